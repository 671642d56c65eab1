import type { Asked, Consultant, Slot, Wanted } from './asked'
import { lengthOf, type Gap } from './gaps'
import { earlierBy, laterBy, lengthWithout, minute, type Span } from './span'
import type { Drive, Spot } from './travel-source'
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

/** What it takes to place the wanted visit or call in a gap of a consultant's day. */
export function placing(asked: Asked, { id: who }: Consultant, day: WorkingDay, gap: Gap): Placing {
  const { wanted, travel } = asked
  const { spot } = wanted
  const drive = (from: Spot | null, to: Spot | null) => (from && to ? travel(from, to, who) : null)
  const usual = gap.driven ? drive(gap.origin, gap.destination) : null
  const its = { who, day, gap, wanted }
  if (!spot) {
    const length = wanted.setUp + wanted.minutes + wanted.wrapUp + lengthOf(usual)
    const short = usual ? length * minute - lengthWithout(gap.drives, gap.pauses) : 0
    return { ...its, there: null, onward: usual, added: 0, room: gap, short }
  }
  const there = drive(gap.origin, spot)
  const onward = drive(spot, gap.destination)
  const arrives = laterBy(gap.drives.from, lengthOf(there) * minute, gap.pauses)
  const leaves = earlierBy(gap.drives.until, lengthOf(onward) * minute, gap.pauses)
  return {
    ...{ ...its, there, onward, short: 0 },
    added: lengthOf(there) + lengthOf(onward) - lengthOf(usual),
    room: { from: Math.max(gap.from, arrives), until: Math.min(gap.until, leaves) },
  }
}

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
