import { weekdays, type WeeklyHours } from './working-time'

/** The week of somebody who never said otherwise: the practice's hours, every day, from the office and back. */
export const everyDay = (start: string, end: string): WeeklyHours =>
  Object.fromEntries(
    weekdays.map((weekday) => [
      weekday,
      { start, end, breaks: [], startPlace: 'office', endPlace: 'office' },
    ]),
  )
