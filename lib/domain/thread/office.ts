import { Temporal } from 'temporal-polyfill'
import { merged, without } from '@/lib/domain/scheduling/span'
import { daysOf, workingDays } from '@/lib/domain/scheduling/working-day'
import type { ClosingDay, WorkingTime } from '@/lib/domain/scheduling/working-time'
import { zoneClock } from '@/lib/domain/time/zone-clock'

/** At work until a moment, or from one on; `closed` names the closing day it is today. */
export type Office =
  | { is: 'open'; until: Temporal.Instant }
  | { is: 'closed'; from: Temporal.Instant | null; closing: string | null }

/** Days that are looked ahead: beyond them nobody promises an hour. Ours. */
export const daysAhead = 45

/**
 * Whether anybody of a practice is at work now, by the hours they keep; breaks do not count as away, time off and
 * closing days do. `from` is null where nobody works within 45 days.
 */
export function officeAt(
  people: readonly WorkingTime[],
  closings: readonly ClosingDay[],
  zone: string,
  now: Temporal.Instant,
): Office {
  const from = now.epochMilliseconds
  const until = now.add({ hours: 24 * daysAhead }).epochMilliseconds
  const clock = zoneClock(zone, from, until)
  const days = daysOf(clock, { from, until })
  const worked = people.flatMap((working) => {
    const on = workingDays(clock, working, closings)
    return days.flatMap((day) => {
      const its = on(day)
      return 'off' in its ? [] : without(its, merged(its.timeOff))
    })
  })
  const next = merged(worked.filter((span) => span.until > from))[0]
  if (next && next.from <= from) return { is: 'open', until: at(next.until) }
  const today = days[0]?.date
  const closing = closings.find(({ day }) => day.toString() === today)
  return { is: 'closed', from: next ? at(next.from) : null, closing: closing?.name ?? null }
}

const at = (moment: number) => Temporal.Instant.fromEpochMilliseconds(moment)
