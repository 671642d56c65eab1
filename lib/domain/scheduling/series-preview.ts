import { zoneClock, firstShown, wallAt } from '@/lib/domain/time/zone-clock'
import type { Asked, Consultant, Slot } from './asked'
import { nearestTo } from './choose'
import { findSlots } from './find-slots'
import { fits, type Misfit } from './fits'
import { momentOf, occurrencesOf, type Occurrence, type SeriesRule } from './series'

const dayLength = 86_400_000

/** An occurrence that can stand (`slot`), or what stands in its way and the nearest times that would do. */
export type PlannedOccurrence = Occurrence & {
  slot: Slot | null
  misfits: Misfit[]
  alternatives: Slot[]
}

/** How far from its day an alternative is looked for, days on either side; how many; minutes apart: ours. */
const reach = 3
const offered = 3
const apart = 30

/**
 * Every occurrence of a series for one consultant, by the rules of `findSlots`. A series usually goes past the
 * horizon: ask with `horizon: null`.
 * The visits of a series that is being edited have to be left out of what is booked.
 */
export function planSeries(asked: Asked, consultant: Consultant, rule: SeriesRule): PlannedOccurrence[] {
  return occurrencesOf(rule).map((occurrence) => {
    const moment = momentOf(occurrence, asked.wanted.zone)
    if (typeof moment === 'string') {
      const near = occurrence.wall.toZonedDateTime(asked.wanted.zone).epochMilliseconds
      const misfits = [{ why: moment }] satisfies Misfit[]
      return { ...occurrence, slot: null, misfits, alternatives: around(asked, consultant, near) }
    }
    const fit = fits(asked, consultant, moment)
    return fit.fits
      ? { ...occurrence, slot: fit.slot, misfits: [], alternatives: [] }
      : { ...occurrence, slot: null, misfits: fit.misfits, alternatives: around(asked, consultant, moment) }
  })
}

/** The nearest starts that fit: of the same day where there are any, else of the days around it. */
function around(asked: Asked, consultant: Consultant, moment: number): Slot[] {
  const clock = zoneClock(asked.zone, moment - reach * dayLength, moment + reach * dayLength)
  const day = Math.floor(wallAt(clock, moment) / dayLength)
  const within = (days: number) => ({
    from: firstShown(clock, (day - days) * dayLength),
    until: firstShown(clock, (day + days + 1) * dayLength),
  })
  for (const days of [0, reach]) {
    const slots = findSlots({ ...asked, consultants: [consultant], window: within(days) })
    if (slots.length > 0) return nearestTo(slots, moment, apart, offered)
  }
  return []
}
