import type { Temporal } from 'temporal-polyfill'

/** Local days side by side over the whole width; every place is a share of it, 0-100, so that text keeps its size. */
export type DayScale = {
  /** Left edge of a day; the day after the last one gives the right edge. */
  edge: (day: Temporal.PlainDate) => number
  /** The middle of a day, or of its nth part where several things happened on it. */
  at: (day: Temporal.PlainDate, nth?: number, of?: number) => number
  /** Days to be named, evenly spread, the first and the last among them. */
  ticks: Temporal.PlainDate[]
  days: number
}

const mostTicks = 5

/** Days from `from` to `last`, both drawn. */
export function dayScale(from: Temporal.PlainDate, last: Temporal.PlainDate): DayScale {
  const indexOf = (day: Temporal.PlainDate) => from.until(day, { largestUnit: 'days' }).days
  const days = Math.max(1, indexOf(last) + 1)
  const share = (index: number) => Math.round((Math.min(Math.max(index, 0), days) / days) * 1e5) / 1e3
  const count = Math.min(mostTicks, days)
  return {
    days,
    edge: (day) => share(indexOf(day)),
    at: (day, nth = 0, of = 1) => share(indexOf(day) + (nth + 0.5) / of),
    ticks: Array.from({ length: count }, (_, nth) =>
      from.add({ days: count === 1 ? 0 : Math.round((nth * (days - 1)) / (count - 1)) }),
    ),
  }
}

/** Things with the part of their day they fall into: two of one day stand side by side, in order. */
export function placed<T>(
  scale: DayScale,
  things: readonly T[],
  dayOf: (thing: T) => Temporal.PlainDate,
): { thing: T; at: number }[] {
  const ofDay = new Map<string, number>()
  for (const thing of things) {
    const day = dayOf(thing).toString()
    ofDay.set(day, (ofDay.get(day) ?? 0) + 1)
  }
  const sofar = new Map<string, number>()
  return things.map((thing) => {
    const day = dayOf(thing)
    const key = day.toString()
    const nth = sofar.get(key) ?? 0
    sofar.set(key, nth + 1)
    return { thing, at: scale.at(day, nth, ofDay.get(key)) }
  })
}
