import { firstShown, repeats, wallAt, zoneClock } from '@/lib/domain/time/zone-clock'
import type { Asked, Slot } from './asked'
import { gapsOf, knotsOf } from './gaps'
import { placing, slotAt } from './placing'
import { minute, type Span } from './span'
import { startsIn, stretchesOf } from './starts'
import { daysOf, workingDays } from './working-day'

const hour = 60 * minute
const dayLength = 24 * hour

/**
 * The starts at which a visit fits, least driving added first, then earliest. One calculator for the list, the
 * confirmation, moving, series and self-booking.
 *
 * A start fits when, with every break, time off and closing day kept free of visits and of driving,
 * - end before + its wrap-up + travel <= start - set-up,
 * - end + wrap-up + travel <= next start - its set-up, where before and next are homes and a call between them, the
 *   wanted one too, only takes its time off what is left for the drive,
 * - nothing overlaps, set-up and wrap-up included,
 * - the same holds from the place the day starts at and to the one it ends at, within the hours of that day,
 * - it is at least `notice` hours from now, at most `horizon` days ahead, and in the window,
 * - the drive there is no longer than the service allows, and
 * - the clocks of the home show it exactly once.
 *
 * Of the starts that fit on whole minutes, those on the grid of the home's wall are returned, and the earliest of
 * a stretch that holds no grid start. A start is **dominated** by a returned one of the same consultant between the
 * same two neighbours (so with the same driving) less than a grid step away, every minute between them fitting
 * too. Every start that fits is returned or dominated.
 */
export function findSlots(asked: Asked): Slot[] {
  const { wanted, consultants, closings, zone, rules } = asked
  const window = windowOf(asked)
  if (window.until <= window.from) return []
  const clock = zoneClock(zone, window.from, window.until)
  const homeClock = wanted.zone === zone ? clock : zoneClock(wanted.zone, window.from, window.until)
  const days = daysOf(clock, window)
  const unclear = repeats(homeClock)
  const slots: Slot[] = []
  for (const consultant of consultants) {
    const workingDay = workingDays(clock, consultant.working, closings)
    const knots = knotsOf(consultant.booked)
    for (const day of days) {
      const working = workingDay(day)
      if ('off' in working) continue
      for (const gap of gapsOf(working, knots, consultant.places)) {
        const place = placing(asked, consultant.id, working, gap)
        for (const stretch of stretchesOf(place, window, homeClock, unclear))
          for (const start of startsIn(stretch, homeClock, rules.grid * minute))
            slots.push(slotAt(place, start))
      }
    }
  }
  return slots.sort(byDriving)
}

/** Least driving added, then earliest, then the consultant's id so that ties have one order. */
export const byDriving = (a: Slot, b: Slot): number =>
  a.added - b.added || a.start - b.start || (a.consultantId < b.consultantId ? -1 : 1)

/** The window of starts with notice and horizon applied, half-open. */
export function windowOf({
  window,
  now,
  rules,
  zone,
}: Pick<Asked, 'window' | 'now' | 'rules' | 'zone'>): Span {
  return {
    from: Math.max(window.from, now + rules.notice * hour),
    until: Math.min(window.until, horizonEnd(zone, now, rules.horizon)),
  }
}

/** The end of the last day somebody may book, counted in local days. */
export function horizonEnd(zone: string, now: number, horizon: number | null): number {
  if (horizon === null) return Infinity
  const clock = zoneClock(zone, now, now + (horizon + 2) * dayLength)
  return firstShown(clock, (Math.floor(wallAt(clock, now) / dayLength) + horizon + 1) * dayLength)
}
