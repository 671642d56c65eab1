import type { Slot } from './asked'
import { byDriving } from './find-slots'
import { minute } from './span'

/** The earliest slots, at least so many minutes apart, at most so many: for "the next times". */
export function earliestOf(slots: readonly Slot[], apart: number, count: number): Slot[] {
  return spaced(
    slots.toSorted((a, b) => a.start - b.start || byDriving(a, b)),
    apart,
    count,
  )
}

/** The slots with the least driving, at least so many minutes apart from each other, at most so many. */
export const bestOf = (slots: readonly Slot[], apart: number, count: number): Slot[] =>
  spaced(slots.toSorted(byDriving), apart, count)

/** The slots nearest to a moment, on either side, for a time that did not fit. */
export const nearestTo = (slots: readonly Slot[], moment: number, apart: number, count: number): Slot[] =>
  spaced(
    slots.toSorted((a, b) => Math.abs(a.start - moment) - Math.abs(b.start - moment) || byDriving(a, b)),
    apart,
    count,
  )

function spaced(slots: readonly Slot[], apart: number, count: number): Slot[] {
  const chosen: Slot[] = []
  for (const slot of slots) {
    if (chosen.length >= count) break
    if (chosen.every((other) => Math.abs(other.start - slot.start) >= apart * minute)) chosen.push(slot)
  }
  return chosen
}
