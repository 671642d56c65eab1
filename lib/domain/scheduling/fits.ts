import { repeats, zoneClock } from '@/lib/domain/time/zone-clock'
import type { WallTimeRefusal } from '@/lib/domain/time/time'
import type { Asked, Consultant, Slot } from './asked'
import { horizonEnd } from './find-slots'
import { blockOf, gapsOf, inOrder, knotsOf, lengthOf } from './gaps'
import { placing, slotAt, type Placing } from './placing'
import { minute, overlap, type Span } from './span'
import { daysOf, workingDays, type Day, type DayOff, type WorkingDay } from './working-day'

/** Why a start does not fit. Moments in epoch milliseconds, `short` in whole minutes, rounded up. */
export type Misfit =
  | { why: 'notice'; earliest: number }
  | { why: 'horizon'; until: number }
  /** The clocks of the home show that time twice, or (said of an occurrence's wall time) not at all. */
  | { why: WallTimeRefusal }
  | { why: 'closed'; name: string }
  | { why: 'dayOff' }
  | { why: 'hours' | 'break' | 'timeOff'; from: number; until: number }
  | { why: 'overlap'; with: string }
  /** The drive from the visit before (null: from where the day starts) takes longer than there is. */
  | { why: 'driveBefore'; from: string | null; minutes: number; short: number }
  /** The drive to the visit after (null: to where the day ends). */
  | { why: 'driveAfter'; to: string | null; minutes: number; short: number }
  | { why: 'maxDrive'; minutes: number; most: number }

/** A start as it would stand in the day, also where it does not fit: an override and a preview need its facts. */
export type Fit = { fits: boolean; misfits: Misfit[]; slot: Slot }

/**
 * Whether a start (epoch milliseconds) fits a consultant, by the rules of `findSlots` but for its window, on any
 * minute; and everything that stands in its way where it does not. On a day off the drive from and to the office
 * is counted.
 */
export function fits(asked: Asked, consultant: Consultant, start: number): Fit {
  const { wanted, zone, closings } = asked
  const visit = { from: start, until: start + wanted.minutes * minute }
  const block = blockOf({ ...visit, setUp: wanted.setUp, wrapUp: wanted.wrapUp })
  const clock = zoneClock(zone, start, visit.until)
  const [day] = daysOf(clock, { from: start, until: start + 1 })
  if (!day) throw new RangeError('no day')
  const answer = workingDays(clock, consultant.working, closings)(day)
  const working = 'off' in answer ? wholeDay(day) : answer
  const inTheWay = consultant.booked.filter((stop) => overlap(blockOf(stop), block))
  const others = consultant.booked.filter((stop) => !inTheWay.includes(stop))
  const gaps = gapsOf(working, knotsOf(others), consultant.places)
  const gap = gaps.find((one) => !one.after || block.until <= one.until)
  if (!gap) throw new RangeError('no gap')
  const place = placing(asked, consultant.id, working, gap)
  const misfits: Misfit[] = [
    ...rulesBroken(asked, start),
    ...hoursBroken(answer, block),
    ...inOrder(inTheWay).map((stop): Misfit => ({ why: 'overlap', with: stop.id })),
    ...drivesBroken(place, block),
  ]
  return { fits: misfits.length === 0, misfits, slot: slotAt(place, start) }
}

const wholeDay = (day: Day): WorkingDay => ({
  ...{ day, from: day.from, until: day.until, breaks: [], timeOff: [], away: [] },
  startPlace: 'office',
  endPlace: 'office',
})

function rulesBroken({ now, rules, zone, wanted }: Asked, start: number): Misfit[] {
  const earliest = now + rules.notice * 60 * minute
  const until = horizonEnd(zone, now, rules.horizon)
  const unclear = repeats(zoneClock(wanted.zone, start, start))
  return [
    ...(start < earliest ? [{ why: 'notice', earliest } as const] : []),
    ...(start >= until ? [{ why: 'horizon', until } as const] : []),
    ...(unclear.some((span) => start >= span.from && start < span.until)
      ? [{ why: 'repeatedHour' } as const]
      : []),
  ]
}

function hoursBroken(day: WorkingDay | DayOff, block: Span): Misfit[] {
  if ('off' in day) return [day.off === 'closed' ? { why: 'closed', name: day.name } : { why: 'dayOff' }]
  const hit = (why: 'break' | 'timeOff', spans: readonly Span[]): Misfit[] =>
    spans.filter((span) => overlap(span, block)).map((span) => ({ why, ...span }))
  const outside = block.from < day.from || block.until > day.until
  return [
    ...(outside ? [{ why: 'hours', from: day.from, until: day.until } as const] : []),
    ...hit('break', day.breaks),
    ...hit('timeOff', day.timeOff),
  ]
}

function drivesBroken(place: Placing, block: Span): Misfit[] {
  const { gap, wanted, room } = place
  const [there, onward] = [lengthOf(place.there), lengthOf(place.onward)]
  const before = block.from < gap.from && !gap.before ? 0 : room.from - block.from
  const late = block.until > gap.until && !gap.after ? 0 : block.until - room.until
  const after = Math.max(place.short, late)
  const short = (lack: number) => Math.ceil(lack / minute)
  return [
    ...(before > 0
      ? [{ why: 'driveBefore', from: gap.before?.id ?? null, minutes: there, short: short(before) } as const]
      : []),
    ...(after > 0
      ? [{ why: 'driveAfter', to: gap.after?.id ?? null, minutes: onward, short: short(after) } as const]
      : []),
    ...(wanted.maxDrive !== null && there > wanted.maxDrive
      ? [{ why: 'maxDrive', minutes: there, most: wanted.maxDrive } as const]
      : []),
  ]
}
