import { firstStart, isFixed, timesOf, type DayFrame, type DayStop, type PlannedDay } from './day-plan'
import { laterBy, minute } from './span'

/** With more movable stops than this, only the most promising beginnings of a day are followed up. */
export const exactUpTo = 9

/** How many of them, of each length: ours, for a ten-stop day under 10 ms. */
const beam = 400

/** More stops than this are not one day. */
const mostStops = 30

/** The beginning of a day: which stops it has held (bits), where it stands, when it is free, minutes driven. */
type Beginning = {
  held: number
  at: number
  free: number
  driven: number
  /** What the stops that are left and the way home take at the least, added to `driven`. */
  bound: number
  stop: number
  before: Beginning | null
}

/**
 * The best order of a day's stops: the least driving, then the earliest end. Windows, breaks and hours hold, and
 * what is fixed stays at its time. Exact for up to 9 movable stops, a search of the most promising beyond; null
 * where no order was found, or for more than 30 stops. The same answer whatever order the stops come in.
 *
 * Held and Karp's dynamic programme over sets of stops, with the free time as a second coordinate: a beginning is
 * dropped for one with the same stops and the same last home that has driven no more and is free no later; `width` is
 * how many of each length are followed up.
 */
export function bestOrder(
  stops: readonly DayStop[],
  frame: DayFrame,
  width = widthFor(stops),
): PlannedDay | null {
  if (stops.length > mostStops) return null
  const all = stops.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const map = drivesOf(all, frame)
  const start = all.length
  let layer: Beginning[] = [
    {
      held: 0,
      at: start,
      free: frame.from,
      driven: 0,
      bound: map.least.reduce(sum, 0),
      stop: -1,
      before: null,
    },
  ]
  for (let held = 0; held < all.length; held++) {
    const best = new Map<number, Beginning[]>()
    for (const begun of layer) for (const next of after(begun, all, frame, map)) keep(best, next, all.length)
    layer = [...best.values()].flat()
    if (layer.length > width) layer = layer.sort(byPromise).slice(0, width)
  }
  let found: PlannedDay | null = null
  for (const whole of layer) {
    const plan = timesOf(orderOf(whole, all), frame)
    if (
      plan &&
      (!found || plan.driving < found.driving || (plan.driving === found.driving && plan.over < found.over))
    )
      found = plan
  }
  return found
}

const widthFor = (stops: readonly DayStop[]) =>
  stops.filter((stop) => !isFixed(stop)).length > exactUpTo ? beam : Infinity
const sum = (a: number, b: number) => a + b
const byPromise = (a: Beginning, b: Beginning) => a.bound - b.bound || a.free - b.free

type Drives = { minutes: number[][]; least: number[] }

/** Minutes from every stop (and, last, the start of the day) to every stop; the least that leads to each. */
function drivesOf(stops: readonly DayStop[], { start, who, travel }: DayFrame): Drives {
  const from = [...stops.map(({ spot }) => spot), start]
  const minutes = from.map((a) => stops.map(({ spot }) => (a && spot ? travel(a, spot, who).minutes : 0)))
  const isPlace = (at: number) => at === stops.length || Boolean(stops[at]?.spot)
  const least = stops.map(({ spot }, to) =>
    spot ? Math.min(...minutes.flatMap((row, at) => (at === to || !isPlace(at) ? [] : [row[to] ?? 0]))) : 0,
  )
  return { minutes, least }
}

/** What can follow: any stop that is left; nothing where one that is left would come too late by now. */
function after(begun: Beginning, stops: readonly DayStop[], frame: DayFrame, map: Drives): Beginning[] {
  const row = map.minutes[begun.at] ?? []
  const next: Beginning[] = []
  for (const [index, stop] of stops.entries()) {
    if (begun.held & (1 << index)) continue
    const way = stop.spot ? (row[index] ?? 0) : 0
    const start = firstStart(stop, laterBy(begun.free, way * minute, frame.away), frame)
    if (start === null && firstStart(stop, begun.free, frame) === null) return []
    if (start === null) continue
    next.push({
      held: begun.held | (1 << index),
      at: stop.spot ? index : begun.at,
      free: start + (stop.minutes + stop.wrapUp) * minute,
      driven: begun.driven + way,
      bound: begun.bound + way - (map.least[index] ?? 0),
      stop: index,
      before: begun,
    })
  }
  return next
}

/** Keeps of each set and place the beginnings that no other one is as good as in both driving and time. */
function keep(best: Map<number, Beginning[]>, next: Beginning, count: number): void {
  const key = next.held * (count + 1) + next.at
  const rivals = best.get(key)
  if (!rivals) best.set(key, [next])
  else if (!rivals.some((rival) => rival.driven <= next.driven && rival.free <= next.free))
    best.set(key, [...rivals.filter((rival) => next.driven > rival.driven || next.free > rival.free), next])
}

function orderOf(whole: Beginning, stops: readonly DayStop[]): DayStop[] {
  const order: DayStop[] = []
  for (let at: Beginning | null = whole; at; at = at.before) {
    const stop = stops[at.stop]
    if (stop) order.unshift(stop)
  }
  return order
}
