import { wallAt, type ZoneClock } from '@/lib/domain/time/zone-clock'
import { lengthOf } from './gaps'
import type { Placing } from './placing'
import { minute, without, type Span } from './span'

const upToMinute = (moment: number) => Math.ceil(moment / minute) * minute
const downToMinute = (moment: number) => Math.floor(moment / minute) * minute

/**
 * The stretches of a gap in which every whole minute is a start that fits: half-open, in order, cut where the
 * clocks of the home change, without the hour they show twice.
 */
export function stretchesOf(
  place: Placing,
  window: Span,
  homeClock: ZoneClock,
  unclear: readonly Span[],
): Span[] {
  const { day, wanted, there, room, short } = place
  if (short > 0 || (wanted.maxDrive !== null && lengthOf(there) > wanted.maxDrive)) return []
  const hours = { from: Math.max(room.from, day.from), until: Math.min(room.until, day.until) }
  return without(hours, day.away).flatMap((free) => {
    const first = upToMinute(Math.max(free.from + wanted.setUp * minute, window.from))
    const latest = free.until - (wanted.minutes + wanted.wrapUp) * minute
    const last = downToMinute(Math.min(latest, window.until - 1))
    return without({ from: first, until: last + minute }, unclear).flatMap((clear) => cut(clear, homeClock))
  })
}

/** A span in pieces over which the clocks stay as they are. */
function cut(span: Span, { steps }: ZoneClock): Span[] {
  const changes = steps.slice(1).filter(({ from }) => from > span.from && from < span.until)
  const edges = [span.from, ...changes.map(({ from }) => from), span.until]
  return edges.slice(1).map((until, index) => ({ from: edges[index] ?? span.from, until }))
}

/** The starts of a stretch on the grid of the home's wall; where it holds none, its first minute. */
export function startsIn(stretch: Span, homeClock: ZoneClock, grid: number): number[] {
  const over = wallAt(homeClock, stretch.from) % grid
  const starts: number[] = []
  for (let start = stretch.from + (over === 0 ? 0 : grid - over); start < stretch.until; start += grid)
    starts.push(start)
  return starts.length > 0 ? starts : [stretch.from]
}
