import { Temporal } from 'temporal-polyfill'
import { dayOf } from '@/lib/domain/time/time'
import type { VisitPage } from '@/lib/domain/visit/pages'

/** When somebody who waits could be visited: days (1 is Monday; none: any) and times of the wall of the home. */
export type Could = {
  weekdays: readonly number[]
  /** "09:30", both included; null: whenever. */
  fromTime: string | null
  untilTime: string | null
  untilDay: Temporal.PlainDate
}

/** Whether a visit could begin at a time of the wall, by what the household said. */
export function couldBe(
  { weekdays, fromTime, untilTime, untilDay }: Could,
  wall: Temporal.PlainDateTime,
): boolean {
  const time = wall.toPlainTime().toString({ smallestUnit: 'minute' })
  return (
    Temporal.PlainDate.compare(wall.toPlainDate(), untilDay) <= 0 &&
    (weekdays.length === 0 || weekdays.includes(wall.dayOfWeek)) &&
    (fromTime === null || fromTime <= time) &&
    (untilTime === null || time <= untilTime)
  )
}

/** Minutes before a visit by which an offer of it is answered, and the least there is to think. Ours. */
const before = 30
const least = 15

/** How many whole minutes a household has for its answer: as many as it was to have, fewer shortly before the visit; null where it is too late to ask. */
export function minutesToAnswer(
  wanted: number,
  startsAt: Temporal.Instant,
  now: Temporal.Instant,
): number | null {
  const left = Math.floor(startsAt.since(now).total('minutes')) - before
  const minutes = Math.min(wanted, left)
  return minutes < least ? null : minutes
}

/** An offer stands until its moment; at that moment it is over. */
export const stands = (
  { state, until }: { state: string; until: Temporal.Instant | null },
  now: Temporal.Instant,
): boolean => state === 'open' && until !== null && Temporal.Instant.compare(now, until) < 0

/** Until when somebody waits who does not say, as a day of a zone: six weeks. Ours. */
export const usualEnd = (now: Temporal.Instant, zone: string): string =>
  dayOf(now, zone).add({ weeks: 6 }).toString()

/** Whether a visit may have left a time that is free now: called off, or once somewhere else in the calendar. */
export const mayHaveLeftTime = ({ status, history }: Pick<VisitPage, 'status' | 'history'>): boolean =>
  status === 'cancelled' || history.some(({ verb }) => verb === 'move' || verb === 'reassign')
