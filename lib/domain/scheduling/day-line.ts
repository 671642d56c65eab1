import type { Temporal } from 'temporal-polyfill'
import type { VisitStatus } from '@/lib/domain/visit/status'
import { driveMinutes, placeOf, type MaybePlace } from './travel'

/** A visit as the line of a day sees it. */
export type LineVisit = {
  id: string
  from: Temporal.Instant
  until: Temporal.Instant
  place: 'home' | 'remote'
  status: VisitStatus
  home: MaybePlace
}

/** `here`: arrived and not left. `next`: the first one not yet begun today. `open`: over, and nobody said how. */
export type StopState = 'done' | 'missed' | 'here' | 'next' | 'ahead' | 'open'

/** The way to a stop. Minutes; null is not known. A negative `spare` is a drive that does not fit. */
export type Leg = {
  drive: number | null
  fromPractice: boolean
  /** Minutes between the end of the visit before and the start of this one; null before the first. */
  free: number | null
  spare: number | null
  leaveBy: Temporal.Instant | null
}

export type Stop<V extends LineVisit> = { visit: V; state: StopState; leg: Leg | null }
export type DayLine<V extends LineVisit> = {
  stops: Stop<V>[]
  /** Minutes of driving home after the last visit, and when one is there. */
  homeward: { drive: number; at: Temporal.Instant } | null
  /** All driving of the day that can be estimated, in minutes. */
  drive: number
}

type Asked<V extends LineVisit> = {
  visits: readonly V[]
  base: MaybePlace
  now: Temporal.Instant
  /** Whether the day is today, already over, or still to come. */
  when: 'past' | 'today' | 'future'
}

/** The day as a line from the practice to the first home, from home to home, and back. Cancelled visits are left out. */
export function dayLine<V extends LineVisit>({ visits, base, now, when }: Asked<V>): DayLine<V> {
  const inOrder = visits
    .filter((visit) => visit.status !== 'cancelled')
    .toSorted((a, b) => a.from.epochMilliseconds - b.from.epochMilliseconds)
  const next = when === 'today' ? inOrder.find((visit) => waits(visit.status)) : undefined
  let at: MaybePlace = base
  let atPractice = true
  let before: V | null = null
  let driven = 0
  const stops: Stop<V>[] = []
  for (const visit of inOrder) {
    const leg = legTo(visit, before, at, atPractice)
    driven += leg?.drive ?? 0
    stops.push({ visit, leg, state: stateOf(visit, visit === next, now) })
    if (visit.place === 'home') [at, atPractice] = [visit.home, false]
    before = visit
  }
  const back = before && !atPractice && placeOf(base) ? driveMinutes(at, base) : null
  return {
    stops,
    homeward: before && back !== null ? { drive: back, at: before.until.add({ minutes: back }) } : null,
    drive: driven + (back ?? 0),
  }
}

const waits = (status: VisitStatus) => status === 'booked' || status === 'confirmed'

function stateOf(visit: LineVisit, isNext: boolean, now: Temporal.Instant): StopState {
  if (visit.status === 'done') return 'done'
  if (visit.status === 'no_show') return 'missed'
  if (visit.status === 'arrived') return 'here'
  if (isNext) return 'next'
  return visit.until.epochMilliseconds < now.epochMilliseconds ? 'open' : 'ahead'
}

function legTo(
  visit: LineVisit,
  before: LineVisit | null,
  at: MaybePlace,
  fromPractice: boolean,
): Leg | null {
  const free = before ? minutesBetween(before.until, visit.from) : null
  if (visit.place === 'remote') {
    return free === null ? null : { drive: 0, fromPractice: false, free, spare: free, leaveBy: null }
  }
  const drive = driveMinutes(at, visit.home)
  return {
    drive,
    fromPractice,
    free,
    spare: free === null || drive === null ? null : free - drive,
    leaveBy: drive === null ? null : visit.from.subtract({ minutes: drive }),
  }
}

const minutesBetween = (from: Temporal.Instant, until: Temporal.Instant) =>
  Math.round((until.epochMilliseconds - from.epochMilliseconds) / 60_000)
