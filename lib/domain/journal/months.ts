import { Temporal } from 'temporal-polyfill'
import type { Progress } from '@/lib/domain/log/progress'
import { isStressful } from '@/lib/domain/readiness/kind'
import { figuresOf, type Figures } from './figures'
import { firstTimesOf, type FirstTime } from './first-times'
import type { JournalPhoto } from './journal'
import { stepsOf, type Step } from './steps'

export type JournalDay = {
  day: Temporal.PlainDate
  firsts: FirstTime[]
  steps: Step[]
  photos: JournalPhoto[]
  /** Days of rest that began here; 0 where none did. */
  rest: number
}
export type JournalMonth = {
  month: Temporal.PlainYearMonth
  figures: Figures
  /** Days with a session that was hard. */
  hardDays: number
  /** Those with something to remember, newest first. */
  days: JournalDay[]
}

/** So many days in a row without a session are a rest worth a line. Ours. */
const shortestRest = 5

/** The way so far month by month, newest first; months in which nothing happened are left out. */
export function monthsOf(progress: Progress, photos: readonly JournalPhoto[]): JournalMonth[] {
  const { standing, sessions } = progress
  const days = new Map<string, JournalDay>()
  const at = (day: Temporal.PlainDate): JournalDay => {
    const key = day.toString()
    const known = days.get(key) ?? { day, firsts: [], steps: [], photos: [], rest: 0 }
    days.set(key, known)
    return known
  }
  for (const first of firstTimesOf(sessions)) at(first.day).firsts.push(first)
  for (const step of standing ? stepsOf(standing) : []) at(step.day).steps.push(step)
  for (const photo of photos) at(photo.day).photos.push(photo)
  for (const { from, days } of restsBetween(sessions.map(({ day }) => day))) at(from).rest = days

  const months = new Set([...sessions, ...days.values()].map(({ day }) => day.toPlainYearMonth().toString()))
  return [...months]
    .sort()
    .reverse()
    .map((key) => {
      const within = sessions.filter(({ day }) => day.toPlainYearMonth().toString() === key)
      const hard = within.filter(({ kind }) => isStressful(kind))
      return {
        month: Temporal.PlainYearMonth.from(key),
        figures: figuresOf(within),
        hardDays: figuresOf(hard).days,
        days: [...days.values()]
          .filter(({ day }) => day.toPlainYearMonth().toString() === key)
          .sort((a, b) => Temporal.PlainDate.compare(b.day, a.day)),
      }
    })
}

/** Stretches of at least five days without a session between two sessions; what is not over yet is no rest. */
function* restsBetween(sessionDays: readonly Temporal.PlainDate[]) {
  for (const [index, day] of sessionDays.entries()) {
    const next = sessionDays[index + 1]
    const days = next ? day.until(next, { largestUnit: 'days' }).days - 1 : 0
    if (days >= shortestRest) yield { from: day.add({ days: 1 }), days }
  }
}
