import type { Asked, Slot, Wanted } from './asked'
import { lengthOf, type Gap } from './gaps'
import { earlierBy, laterBy, lengthWithout, minute, type Span } from './span'
import type { Drive, Spot, TravelSource } from './travel-source'
import type { WorkingDay } from './working-day'

/** A gap of somebody's day with what it takes to place the wanted visit in it. */
export type Placing = {
  who: string
  day: WorkingDay
  gap: Gap
  wanted: Wanted
  there: Drive | null
  onward: Drive | null
  /** Minutes of driving it adds. */
  added: number
  /** From when one can be there and until when one has to be through, with the drives before and after taken off. */
  room: Span
  /** Milliseconds that a call leaves too few for the drive around it. */
  short: number
}

/** What it takes to place the wanted visit or call in a gap of a consultant's day. Thousands are asked for at once. */
export function placing({ wanted, travel }: Asked, who: string, day: WorkingDay, gap: Gap): Placing {
  const { origin, destination, drives, pauses } = gap
  const { spot } = wanted
  const usual = gap.driven ? driveOf(travel, origin, destination, who) : null
  if (!spot) {
    const length = wanted.setUp + wanted.minutes + wanted.wrapUp + lengthOf(usual)
    const short = usual ? length * minute - lengthWithout(drives, pauses) : 0
    return { who, day, gap, wanted, there: null, onward: usual, added: 0, room: gap, short }
  }
  const there = driveOf(travel, origin, spot, who)
  const onward = driveOf(travel, spot, destination, who)
  const added = lengthOf(there) + lengthOf(onward) - lengthOf(usual)
  const room = {
    from: Math.max(gap.from, laterBy(drives.from, lengthOf(there) * minute, pauses)),
    until: Math.min(gap.until, earlierBy(drives.until, lengthOf(onward) * minute, pauses)),
  }
  return { who, day, gap, wanted, there, onward, added, room, short: 0 }
}

const driveOf = (travel: TravelSource, from: Spot | null, to: Spot | null, who: string): Drive | null =>
  from && to ? travel(from, to, who) : null

/** A start in a gap with its facts; what is spare is below 0 where the start does not fit. */
export function slotAt({ who, day, gap, wanted, there, onward, added, room }: Placing, start: number): Slot {
  const end = start + wanted.minutes * minute
  const ready = start - wanted.setUp * minute
  const free = end + wanted.wrapUp * minute
  const leaves = earlierBy(ready, lengthOf(there) * minute, gap.pauses)
  const afterCall = gap.before && !gap.before.spot
  const spareIn = (span: Span) => Math.floor(lengthWithout(span, day.away) / minute)
  return {
    consultantId: who,
    day: day.day.date,
    start,
    end,
    leaves,
    blocked: { from: afterCall ? Math.max(leaves, Math.min(gap.from, ready)) : leaves, until: free },
    before: gap.before?.id ?? null,
    after: gap.after?.id ?? null,
    from: (there && gap.origin?.id) ?? null,
    there: there ?? nowhere,
    onward,
    spare: gap.before ? spareIn({ from: room.from, until: ready }) : null,
    spareAfter: gap.after ? spareIn({ from: free, until: room.until }) : null,
    added,
  }
}

const nowhere = { minutes: 0, source: 'none', rough: false } as const
