import type { Temporal } from 'temporal-polyfill'
import { mintSystem } from '@/lib/auth/mint'
import { remindOfVisits } from '@/lib/data/reminder'
import { writeWeeklyLetter } from '@/lib/data/weekly-letter'
import { dayOf } from '@/lib/domain/time/time'
import type { Happening, StoryClock } from './clock'
import type { Practice } from './practice'
import { zone } from './story'

/** What the worker writes of itself: the reminders of the last evenings, and the letters of this week's Monday. */
export function lettersOfTheWeek(practice: Practice, clock: StoryClock, now: Temporal.Instant): Happening[] {
  const today = dayOf(now, zone)
  const at = (day: Temporal.PlainDate, wall: string) =>
    day.toPlainDateTime(wall).toZonedDateTime(zone).toInstant()
  const { mairi, jonas } = practice.staff
  const { practiceId, practiceName } = mairi
  const worker = mintSystem({ practiceId, practiceName, zone, job: 'letters', onBehalfOf: null })
  const evenings = [3, 2, 1, 0].map((ago) => at(today.subtract({ days: ago }), '18:05'))
  const monday = at(today.subtract({ days: today.dayOfWeek - 1 }), '07:00')
  return [
    ...evenings.map((evening) => ({
      at: evening,
      what: 'reminds',
      run: async () => void (await clock.at(evening, worker, () => remindOfVisits(worker, evening))),
    })),
    ...[mairi, jonas].map((member) => ({
      at: monday,
      what: 'writes the week’s letter',
      run: async () => void (await clock.at(monday, member, () => writeWeeklyLetter(member, monday))),
    })),
  ]
}
