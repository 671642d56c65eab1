import { Temporal } from 'temporal-polyfill'
import type { DayAround } from './day-around'
import type { LineVisit } from './day-line'
import { shiftsOf, suggestionsFor, type AgreedStop, type Suggestion } from './day-suggestions'
import { minute } from './span'

/** Nobody is asked to be home at another time within this many minutes: ours. */
const notice = 120

/** A visit of a better day that would begin at another time. */
export type Shift = { id: string; at: Temporal.Instant; minutes: number }

/** A change worth a telephone call: what kind it is, which visits it moves and where to, minutes of driving it saves. */
export type BetterDay = { saves: number; shifts: Shift[] } & (
  | { kind: 'swap'; ids: readonly [string, string] }
  | { kind: 'move'; id: string; after: string | null; before: string | null }
  | { kind: 'reorder' }
)

/**
 * Better orders of a consultant's day, to be looked at. Only visits that are booked, not confirmed, and begin in more
 * than two hours may move, in the hours of the day; the rest keep their time. None on a day off.
 */
export function betterDays(
  visits: readonly LineVisit[],
  { hours, away, start, end, who, travel }: DayAround,
  now: Temporal.Instant,
): BetterDay[] {
  if (!hours) return []
  const soonest = now.epochMilliseconds + notice * minute
  const agreed = visits
    .filter(({ status }) => status !== 'cancelled' && status !== 'no_show')
    .map((visit): AgreedStop => {
      const at = visit.from.epochMilliseconds
      const movable = visit.status === 'booked' && at >= soonest
      return {
        id: visit.id,
        minutes: Math.round((visit.until.epochMilliseconds - at) / minute),
        setUp: visit.setUp,
        wrapUp: visit.wrapUp,
        spot: visit.place === 'home' ? visit.spot : null,
        start: at,
        movable,
        earliest: movable ? Math.max(hours.from, soonest) : at,
        latest: movable ? hours.until : at,
      }
    })
  if (agreed.length < 2 || !agreed.some(({ movable }) => movable)) return []
  const frame = { ...hours, away, start: start?.spot ?? null, end: end?.spot ?? null, who, travel }
  return suggestionsFor(agreed, frame).map((suggestion) => asBetterDay(agreed, suggestion))
}

function asBetterDay(agreed: readonly AgreedStop[], { plan, ...rest }: Suggestion): BetterDay {
  const starts = new Map(plan.stops.map(({ id, start }) => [id, start]))
  const shifts = shiftsOf(agreed, plan).map((shift) => ({
    ...shift,
    at: Temporal.Instant.fromEpochMilliseconds(starts.get(shift.id) ?? 0),
  }))
  return { ...rest, shifts }
}
