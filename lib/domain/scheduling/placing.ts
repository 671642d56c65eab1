import type { Asked, Consultant, Slot, Wanted } from './asked'
import { legsOf, lengthOf, type Gap, type Legs } from './gaps'
import { earlierBy, laterBy, lengthWithout, minute, type Span } from './span'
import type { WorkingDay } from './working-day'

/** A gap of somebody's day with what it takes to place the wanted visit in it. */
export type Placing = { who: string; day: WorkingDay; gap: Gap; legs: Legs; wanted: Wanted }

export const placing = (asked: Asked, { id }: Consultant, day: WorkingDay, gap: Gap): Placing => ({
  who: id,
  day,
  gap,
  legs: legsOf(gap, asked.wanted.spot, id, asked.travel, day.away),
  wanted: asked.wanted,
})

/** From when one can be there, and until when one has to be through, drives before and after taken off. */
export const roomOf = ({ gap, legs, day: { away } }: Placing): Span => ({
  from: laterBy(gap.from, lengthOf(legs.there) * minute, away),
  until: gap.afterCalls ? gap.until : earlierBy(gap.until, lengthOf(legs.onward) * minute, away),
})

/** A start in a gap with its facts; what is spare is below 0 where the start does not fit. */
export function slotAt(place: Placing, start: number, room = roomOf(place)): Slot {
  const { who, day, gap, legs, wanted } = place
  const end = start + wanted.minutes * minute
  const ready = start - wanted.setUp * minute
  const free = end + wanted.wrapUp * minute
  const spareIn = (span: Span) => Math.floor(lengthWithout(span, day.away) / minute)
  return {
    consultantId: who,
    day: day.day.date,
    start,
    end,
    leaves: earlierBy(ready, lengthOf(legs.there) * minute, day.away),
    free,
    before: gap.before?.id ?? null,
    after: gap.after?.id ?? null,
    from: (legs.there && gap.origin?.id) ?? null,
    there: legs.there ?? nowhere,
    onward: legs.onward,
    spare: gap.before ? spareIn({ from: room.from, until: ready }) : null,
    spareAfter: gap.after ? spareIn({ from: free, until: room.until }) : null,
    added: legs.added,
  }
}

const nowhere = { minutes: 0, source: 'none', rough: false } as const
