import { earlierBy, laterBy, minute, overlap, type Span } from './span'
import type { Drive, Spot, TravelSource } from './travel-source'

/** A stop of a day that is to be ordered. Moments in epoch milliseconds, lengths in minutes. */
export type DayStop = {
  id: string
  minutes: number
  setUp: number
  wrapUp: number
  /** The home; null for a call. */
  spot: Spot | null
  /** The window its start has to lie in; the same moment twice for a visit that is confirmed. */
  earliest: number
  latest: number
}

/** The day around the stops: hours, breaks and time off, where it begins and ends (null: anywhere). */
export type DayFrame = Span & {
  /** In order and apart, see `merged`. */
  away: readonly Span[]
  start: Spot | null
  end: Spot | null
  who: string
  travel: TravelSource
}

/** Movable stops begin on this grid, minutes: ours. */
export const planGrid = 5

export type PlannedStop = {
  id: string
  /** The drive there and when to leave for it at the latest; null: there is none. */
  drive: Drive | null
  leaves: number
  arrives: number
  start: number
  end: number
  /** When the wrap-up is over. */
  free: number
}

export type PlannedDay = {
  stops: PlannedStop[]
  /** The drive to where the day ends, begun at once. */
  homeward: { drive: Drive; leaves: number; arrives: number } | null
  /** All driving, minutes. */
  driving: number
  /** When the day is over. */
  over: number
}

export const isFixed = ({ earliest, latest }: DayStop): boolean => earliest === latest

/**
 * The first start of a stop one is free to prepare from `ready` on: in its window, on the grid where it is movable,
 * clear of breaks, over within the hours. Null where there is none.
 */
export function firstStart(stop: DayStop, ready: number, frame: DayFrame): number | null {
  const grid = (isFixed(stop) ? 1 : planGrid) * minute
  const setUp = stop.setUp * minute
  const length = (stop.minutes + stop.wrapUp) * minute
  let start = Math.ceil(Math.max(ready + setUp, frame.from + setUp, stop.earliest) / grid) * grid
  for (const hole of frame.away)
    if (overlap(hole, { from: start - setUp, until: start + length }))
      start = Math.ceil((hole.until + setUp) / grid) * grid
  return start <= stop.latest && start + length <= frame.until ? start : null
}

/** Times for stops in a given order, each as early as it can be; null where the order cannot be kept. */
export function timesOf(order: readonly DayStop[], frame: DayFrame): PlannedDay | null {
  const { who, travel, away } = frame
  let [at, free, driving] = [frame.start, frame.from, 0]
  const stops: PlannedStop[] = []
  for (const stop of order) {
    const drive = at && stop.spot ? travel(at, stop.spot, who) : null
    const way = (drive?.minutes ?? 0) * minute
    const start = firstStart(stop, laterBy(free, way, away), frame)
    if (start === null) return null
    const arrives = start - stop.setUp * minute
    const end = start + stop.minutes * minute
    free = end + stop.wrapUp * minute
    driving += drive?.minutes ?? 0
    at = stop.spot ?? at
    stops.push({ id: stop.id, drive, leaves: earlierBy(arrives, way, away), arrives, start, end, free })
  }
  const back = at && frame.end && order.length > 0 ? travel(at, frame.end, who) : null
  const over = laterBy(free, (back?.minutes ?? 0) * minute, away)
  if (over > frame.until) return null
  return {
    stops,
    homeward: back && { drive: back, leaves: free, arrives: over },
    driving: driving + (back?.minutes ?? 0),
    over,
  }
}
