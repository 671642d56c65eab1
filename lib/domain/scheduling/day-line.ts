import { Temporal } from 'temporal-polyfill'
import type { VisitStatus } from '@/lib/domain/visit/status'
import type { DayAround, DayEnd } from './day-around'
import { earlierBy, laterBy, lengthWithout, minute } from './span'
import { placeOf } from './travel'
import type { Drive, Spot } from './travel-source'

/** A visit as the line of a day sees it. Minutes of set-up and wrap-up at the home. */
export type LineVisit = {
  id: string
  from: Temporal.Instant
  until: Temporal.Instant
  place: 'home' | 'remote'
  status: VisitStatus
  spot: Spot
  setUp: number
  wrapUp: number
}

/** `here`: arrived and not left. `next`: the first one not yet begun today. `open`: over, and nobody said how. */
export type StopState = 'done' | 'missed' | 'here' | 'next' | 'ahead' | 'open'

/** The way to a stop. Minutes; null is not known. A negative `spare` is a drive that does not fit. */
export type Leg = {
  drive: number | null
  /** Measured on the road before; `about`: one end is only a town's centre. */
  measured: boolean
  about: boolean
  /** Where the day begins; null: from the stop before. */
  from: DayEnd['place'] | null
  /** Minutes between the end of the visit before and the start of this one; null before the first. */
  free: number | null
  spare: number | null
  leaveBy: Temporal.Instant | null
}

export type Stop<V extends LineVisit> = { visit: V; state: StopState; leg: Leg | null }
export type DayLine<V extends LineVisit> = {
  stops: Stop<V>[]
  /** Minutes of driving to where the day ends after the last visit, and when one is there. */
  homeward: { drive: number; at: Temporal.Instant; to: DayEnd['place'] } | null
  /** All driving of the day that can be reckoned, in minutes. */
  drive: number
}

type Asked<V extends LineVisit> = {
  visits: readonly V[]
  around: DayAround
  now: Temporal.Instant
  /** Whether the day is today, already over, or still to come. */
  when: 'past' | 'today' | 'future'
}

/** The day as a line from where it begins, from home to home, to where it ends. Cancelled visits are left out. */
export function dayLine<V extends LineVisit>({ visits, around, now, when }: Asked<V>): DayLine<V> {
  const inOrder = visits
    .filter((visit) => visit.status !== 'cancelled')
    .toSorted((a, b) => a.from.epochMilliseconds - b.from.epochMilliseconds)
  const next = when === 'today' ? inOrder.find((visit) => waits(visit.status)) : undefined
  let at: Spot | null = around.start?.spot ?? null
  let begins = around.start?.place ?? null
  let before: V | null = null
  let driven = 0
  const stops: Stop<V>[] = []
  for (const visit of inOrder) {
    const leg = legTo(visit, before, at, begins, around)
    driven += leg?.drive ?? 0
    stops.push({ visit, leg, state: stateOf(visit, visit === next, now) })
    if (visit.place === 'home') [at, begins] = [visit.spot, null]
    before = visit
  }
  const homeward = before && begins === null ? wayBack(before, at, around) : null
  return { stops, homeward, drive: driven + (homeward?.drive ?? 0) }
}

const waits = (status: VisitStatus) => status === 'booked' || status === 'confirmed'

function stateOf(visit: LineVisit, isNext: boolean, now: Temporal.Instant): StopState {
  if (visit.status === 'done') return 'done'
  if (visit.status === 'no_show') return 'missed'
  if (visit.status === 'arrived') return 'here'
  if (isNext) return 'next'
  return visit.until.epochMilliseconds < now.epochMilliseconds ? 'open' : 'ahead'
}

/** Null where nobody knows: a quarter of an hour that is only kept free is no drive. */
const known = (drive: Drive | null) => (drive && drive.source !== 'unknown' ? drive : null)

function legTo(
  visit: LineVisit,
  before: LineVisit | null,
  at: Spot | null,
  begins: DayEnd['place'] | null,
  { travel, who, away }: DayAround,
): Leg | null {
  const arrives = visit.from.epochMilliseconds - visit.setUp * minute
  const gone = before && before.until.epochMilliseconds + before.wrapUp * minute
  const free = gone === null ? null : Math.round(lengthWithout({ from: gone, until: arrives }, away) / minute)
  if (visit.place === 'remote') {
    const nowhere = { measured: false, about: false, from: null, leaveBy: null }
    return free === null ? null : { ...nowhere, drive: 0, free, spare: free }
  }
  if (!at) return null
  const drive = known(travel(at, visit.spot, who))
  const leaves = drive && earlierBy(arrives, drive.minutes * minute, away)
  return {
    drive: drive?.minutes ?? null,
    measured: drive?.source === 'measured',
    about: drive?.rough ?? false,
    from: begins,
    free,
    spare: free === null || drive === null ? null : free - drive.minutes,
    leaveBy: leaves === null ? null : Temporal.Instant.fromEpochMilliseconds(leaves),
  }
}

function wayBack(last: LineVisit, at: Spot | null, { travel, who, away, end }: DayAround) {
  const drive = at && end && placeOf(end.spot.at) ? known(travel(at, end.spot, who)) : null
  if (!drive || !end) return null
  const gone = last.until.epochMilliseconds + last.wrapUp * minute
  const there = laterBy(gone, drive.minutes * minute, away)
  return { drive: drive.minutes, at: Temporal.Instant.fromEpochMilliseconds(there), to: end.place }
}
