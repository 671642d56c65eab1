import type { Booked, Consultant } from './asked'
import { laterBy, minute, type Span } from './span'
import type { Drive, Spot, TravelSource } from './travel-source'
import type { WorkingDay } from './working-day'
import type { DayPlace } from './working-time'

/** Time between two neighbours of a day, or its ends, with their wrap-up and set-up taken off. */
export type Gap = Span & {
  before: Booked | null
  after: Booked | null
  /** Where one comes from and has to go next; null: nowhere in particular. */
  origin: Spot | null
  destination: Spot | null
  /** Where calls stand between the gap and the next home: from their end on one drives, to be there by then. */
  afterCalls: Span | null
  /** Whether a home is visited that day anyway, so that origin to destination is driven already. */
  driven: boolean
}

/** Visits that overlap, as an override allows, hold time as one. In order; `last` ends last. */
type Knot = Span & { stops: Booked[]; last: Booked }

/** A visit with its set-up and wrap-up. */
export const blockOf = ({ from, until, setUp, wrapUp }: Span & { setUp: number; wrapUp: number }): Span => ({
  from: from - setUp * minute,
  until: until + wrapUp * minute,
})

/** The same order, whatever order they came in. */
export const inOrder = (booked: readonly Booked[]): Booked[] =>
  booked.toSorted((a, b) => a.from - b.from || a.until - b.until || (a.id < b.id ? -1 : 1))

function knotsOf(stops: readonly Booked[]): Knot[] {
  const knots: Knot[] = []
  for (const stop of stops) {
    const block = blockOf(stop)
    const open = knots.at(-1)
    if (!open || block.from >= open.until) {
      knots.push({ ...block, stops: [stop], last: stop })
      continue
    }
    open.stops.push(stop)
    if (block.until >= open.until) open.last = stop
    open.from = Math.min(open.from, block.from)
    open.until = Math.max(open.until, block.until)
  }
  return knots
}

const firstHome = ({ stops }: Knot): Spot | null => stops.find((stop) => stop.spot)?.spot ?? null
const lastHome = ({ stops, last }: Knot): Spot | null =>
  last.spot ?? stops.findLast((stop) => stop.spot)?.spot ?? null

/** The gaps of a working day, one more than stops that stand apart. The stops come `inOrder`. */
export function gapsOf(day: WorkingDay, stops: readonly Booked[], places: Consultant['places']): Gap[] {
  const spotOf = (place: DayPlace) => (place === 'anywhere' ? null : places[place])
  const knots = knotsOf(stops.filter((stop) => stop.from < day.day.until && stop.until > day.day.from))
  const driven = knots.some(firstHome)
  let origin = spotOf(day.startPlace)
  return Array.from({ length: knots.length + 1 }, (_, index) => {
    const before = knots[index - 1]
    const after = knots[index]
    origin = (before && lastHome(before)) ?? origin
    const next = knots.findIndex((knot, at) => at >= index && firstHome(knot))
    const home = knots[next]
    const lastCall = knots[(home ? next : knots.length) - 1]
    return {
      from: before?.until ?? day.from,
      until: after?.from ?? day.until,
      before: before?.last ?? null,
      after: after?.stops[0] ?? null,
      origin,
      destination: home ? firstHome(home) : spotOf(day.endPlace),
      afterCalls:
        after && after !== home && lastCall ? { from: lastCall.until, until: home?.from ?? day.until } : null,
      driven,
    }
  })
}

/** The drives it takes to place something in a gap; `short`: milliseconds the drive after later calls lacks. */
export type Legs = { there: Drive | null; onward: Drive | null; added: number; short: number }

/** The drives to a home, or around a call (null), in a gap of a consultant's day. */
export function legsOf(
  gap: Gap,
  spot: Spot | null,
  who: string,
  travel: TravelSource,
  away: readonly Span[],
) {
  const drive = (from: Spot | null, to: Spot | null) => (from && to ? travel(from, to, who) : null)
  const usual = gap.driven ? drive(gap.origin, gap.destination) : null
  const there = spot && drive(gap.origin, spot)
  const onward = spot ? drive(spot, gap.destination) : usual
  const legs: Legs = { there, onward, added: lengthOf(there) + lengthOf(onward) - lengthOf(usual), short: 0 }
  if (gap.afterCalls && lengthOf(onward) > lengthOf(usual)) {
    const arrives = laterBy(gap.afterCalls.from, lengthOf(onward) * minute, away)
    legs.short = Math.max(0, arrives - gap.afterCalls.until)
  }
  return legs
}

/** Minutes of a drive; none where nobody drives. */
export const lengthOf = (drive: Drive | null): number => drive?.minutes ?? 0
