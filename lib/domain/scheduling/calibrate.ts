import { kilometresBetween, type Place } from './distance'
import type { Roads } from './travel'
import { median } from './travel-source'

/** A measured drive as calibration sees it. `roadKm`: kilometres on the road, where somebody counted them. */
export type DriveSample = {
  from: Place
  to: Place
  minutes: number
  parking?: number | null
  roadKm?: number | null
}

/** How a practice could set its roads, and from how many drives that was learned. */
export type Calibration = { roads: Roads; drives: number }

/** Fewer drives than this say too little, shorter ways (km) are mostly parking: ours. */
export const fewestDrives = 8
const shortest = 1

/** What we believe of roads: straighter than straight or slower than walking is a bad coordinate. */
const believable = { circuity: { least: 1, most: 2.5 }, speed: { least: 8, most: 110 } }

const within = (value: number, { least, most }: { least: number; most: number }) =>
  Math.min(most, Math.max(least, value))

/**
 * Learns a practice's roads from its measured drives: circuity is the median of road over straight line where
 * kilometres were counted at least 8 times (else it stays), speed the median of what that way took without
 * parking. Medians, so that every third drive may be nonsense; null from fewer than 8 drives over a kilometre.
 */
export function calibrate(samples: readonly DriveSample[], roads: Roads): Calibration | null {
  const usable = samples.flatMap((sample) => {
    const km = kilometresBetween(sample.from, sample.to)
    const driving = sample.minutes - (sample.parking ?? roads.parking)
    return km >= shortest && driving > 0 ? [{ ...sample, km, driving }] : []
  })
  if (usable.length < fewestDrives) return null
  const counted = usable.flatMap(({ km, roadKm }) => (roadKm ? [roadKm / km] : []))
  const circuity =
    counted.length < fewestDrives ? roads.circuity : within(median(counted), believable.circuity)
  const speed = within(
    median(usable.map(({ km, driving }) => (km * circuity * 60) / driving)),
    believable.speed,
  )
  return {
    roads: { circuity: hundredths(circuity), speed: Math.round(speed * 10) / 10, parking: roads.parking },
    drives: usable.length,
  }
}

const hundredths = (value: number) => Math.round(value * 100) / 100
