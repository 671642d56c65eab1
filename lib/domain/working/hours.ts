/** Where a day begins and ends: the consultant's home, the practice, or wherever the day's first visit is. */
export const dayPlaces = ['office', 'home', 'anywhere'] as const
export type DayPlace = (typeof dayPlaces)[number]

/** A stretch of a day's wall clock, "HH:MM" to "HH:MM", in the zone of the practice. */
export type Stretch = { start: string; end: string }

/** The working hours of one day. Breaks lie inside, in order, and do not overlap. */
export type WorkingHours = Stretch & { breaks: Stretch[]; startPlace: DayPlace; endPlace: DayPlace }

/** Monday to Sunday; null is a day off. */
export type WorkingWeek = (WorkingHours | null)[]

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

/** Most breaks of one day: ours. */
export const mostBreaks = 3

/** The week of somebody who never said otherwise: the practice's day, every day, from and back to the practice. */
export const weekOfPractice = (start: string, end: string): WorkingWeek =>
  weekdays.map(() => ({ start, end, breaks: [], startPlace: 'office', endPlace: 'office' }))
