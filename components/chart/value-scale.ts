/** Values up a plot: pixels from the top of the picture, and the values worth naming. */
export type ValueScale = { y: (value: number) => number; ticks: readonly number[] }

type Room = { top: number; bottom: number }

/** Equal steps from 0 to the highest of `ticks`. */
export function evenScale(ticks: readonly number[], { top, bottom }: Room): ValueScale {
  const most = Math.max(1, ...ticks)
  return { ticks, y: (value) => pixel(bottom - (value / most) * (bottom - top)) }
}

const seconds = [5, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 28_800, 86_400]

/** Seconds by their square root: the first minute gets more room than the tenth. Up to five named times. */
export function secondsScale(values: readonly number[], { top, bottom }: Room): ValueScale {
  const highest = Math.max(5, ...values)
  const most = seconds.find((tick) => tick >= highest) ?? highest
  const y = (value: number) => pixel(bottom - Math.sqrt(Math.min(value, most) / most) * (bottom - top))
  const ticks = [0]
  for (const tick of seconds)
    if (tick <= most && y(ticks.at(-1) ?? 0) - y(tick) >= (bottom - top) / 5) ticks.push(tick)
  return { y, ticks: ticks.at(-1) === most || ticks.length === 1 ? ticks : [...ticks.slice(0, -1), most] }
}

/** Whole numbers from 0 to at least `least`, in steps that leave at most six of them. */
export function countTicks(values: readonly number[], least = 3): number[] {
  const most = Math.max(least, ...values)
  const step = Math.ceil(most / 5)
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, nth) => nth * step)
}

const pixel = (value: number) => Math.round(value * 10) / 10
