import type { Booked, Consultant } from './asked'
import { merged, minute, overlap, type Span } from './span'
import type { Drive, Spot } from './travel-source'
import type { WorkingDay } from './working-day'
import type { DayPlace } from './working-time'

/** Time between two neighbours of a day, or its ends, with their wrap-up and set-up taken off. */
export type Gap = Span & {
  before: Booked | null
  after: Booked | null
  /** Where one comes from and has to go next; null: nowhere in particular. */
  origin: Spot | null
  destination: Spot | null
  /** From when one can leave the origin, and by when one has to be at the destination; calls may lie between. */
  drives: Span
  /** What a drive pauses for, in order and apart: breaks, time off and calls. */
  pauses: readonly Span[]
  /** Whether a home is visited that day anyway, so that origin to destination is driven already. */
  driven: boolean
}

/** Visits that overlap, as an override allows, hold time as one. In order; `last` ends last. */
export type Knot = Span & { stops: Booked[]; last: Booked }

/** A visit with its set-up and wrap-up. */
export const blockOf = ({ from, until, setUp, wrapUp }: Span & { setUp: number; wrapUp: number }): Span => ({
  from: from - setUp * minute,
  until: until + wrapUp * minute,
})

/** The same order, whatever order they came in. */
export const inOrder = (booked: readonly Booked[]): Booked[] =>
  booked.toSorted((a, b) => a.from - b.from || a.until - b.until || (a.id < b.id ? -1 : 1))

/** What is booked as knots, in order. */
export function knotsOf(booked: readonly Booked[]): Knot[] {
  const knots: Knot[] = []
  for (const stop of inOrder(booked)) {
    const block = blockOf(stop)
    const open = knots.at(-1)
    if (!open || block.from >= open.until) {
      knots.push({ from: block.from, until: block.until, stops: [stop], last: stop })
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

/** The gaps of a working day, one more than knots that touch the day. */
export function gapsOf(day: WorkingDay, booked: readonly Knot[], places: Consultant['places']): Gap[] {
  const spotOf = (place: DayPlace) => (place === 'anywhere' ? null : places[place])
  const knots = booked.filter((knot) => overlap(knot, day.day))
  const calls = knots.filter((knot) => !firstHome(knot))
  const pauses = calls.length > 0 ? merged([...day.away, ...calls]) : day.away
  const driven = calls.length < knots.length
  let [origin, left] = [spotOf(day.startPlace), day.from]
  return Array.from({ length: knots.length + 1 }, (_, index) => {
    const before = knots[index - 1]
    const after = knots[index]
    const leaving = before && lastHome(before)
    if (leaving) [origin, left] = [leaving, before.until]
    const home = knots.find((knot, at) => at >= index && firstHome(knot))
    return {
      from: before?.until ?? day.from,
      until: after?.from ?? day.until,
      before: before?.last ?? null,
      after: after?.stops[0] ?? null,
      origin,
      destination: home ? firstHome(home) : spotOf(day.endPlace),
      drives: { from: left, until: home?.from ?? day.until },
      pauses,
      driven,
    }
  })
}

/** Minutes of a drive; none where nobody drives. */
export const lengthOf = (drive: Drive | null): number => drive?.minutes ?? 0
