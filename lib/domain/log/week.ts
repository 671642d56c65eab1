import { Temporal } from 'temporal-polyfill'
import { isStressful } from '@/lib/domain/readiness/kind'
import type { LoggedSession } from './logged'

/** What a day of the week was. A day without a session is rest, never a gap. */
export type DayMark = 'practised' | 'hard' | 'rest' | 'today' | 'ahead'
export type WeekDay = { day: Temporal.PlainDate; mark: DayMark }
type Dated = Pick<LoggedSession, 'day' | 'kind'>

/** Monday to Sunday of the week of `today`. A day with one hard session is a hard day, whatever else it held. */
export function weekOf(sessions: readonly Dated[], today: Temporal.PlainDate): WeekDay[] {
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  return Array.from({ length: 7 }, (_, index) => {
    const day = monday.add({ days: index })
    return {
      day,
      mark: markOf(
        sessions.filter((session) => session.day.equals(day)),
        day,
        today,
      ),
    }
  })
}

/** What one day was, by the sessions of that day. */
export function markOf(
  sessions: readonly Pick<Dated, 'kind'>[],
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
): DayMark {
  if (sessions.some(({ kind }) => isStressful(kind))) return 'hard'
  if (sessions.length > 0) return 'practised'
  const order = Temporal.PlainDate.compare(day, today)
  return order === 0 ? 'today' : order > 0 ? 'ahead' : 'rest'
}

/** In how many weeks, Monday to Sunday, there was a session. */
export function weeksPractised(sessions: readonly Pick<Dated, 'day'>[]): number {
  return new Set(sessions.map(({ day }) => day.subtract({ days: day.dayOfWeek - 1 }).toString())).size
}
