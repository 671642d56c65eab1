import { kilometresBetween, type Place } from './distance'

/** Where a place stands on the sheet, in units of its drawing; y grows downward, north is up. */
export type OnSheet = { x: number; y: number }
export type Sheet = { width: number; height: number; margin: number }

/** Places closer together than this (km) are drawn at this scale all the same: ours. */
const least = 0.4

/** Lengths a scale bar may have, in the unit of the reader. */
const bars = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500]

/**
 * Puts places on a sheet, north up and undistorted (each degree of longitude as long as it is at their middle), as
 * large as fits. `perKm`: units of the drawing to a kilometre.
 */
export function drawnOn(places: readonly Place[], { width, height, margin }: Sheet) {
  const [south, north] = rangeOf(places.map(({ lat }) => lat))
  const [west, east] = rangeOf(places.map(({ lng }) => lng))
  const middle = { lat: (south + north) / 2, lng: (west + east) / 2 }
  const degree = 111.195
  const wide = (lng: number) => (lng - middle.lng) * degree * Math.cos((middle.lat * Math.PI) / 180)
  const tall = (lat: number) => (lat - middle.lat) * degree
  const perKm = Math.min(
    (width - 2 * margin) / Math.max(least, 2 * wide(east)),
    (height - 2 * margin) / Math.max(least, 2 * tall(north)),
  )
  const at = ({ lat, lng }: Place): OnSheet => ({
    x: width / 2 + wide(lng) * perKm,
    y: height / 2 - tall(lat) * perKm,
  })
  return { at, perKm }
}

function rangeOf(values: readonly number[]): [number, number] {
  return values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)]
}

/** The longest round scale bar of at most `most` units of the drawing; `unit`: kilometres to the reader's unit. */
export function scaleBar(perKm: number, most: number, unit = 1): { amount: number; length: number } {
  const amount = bars.toReversed().find((bar) => bar * unit * perKm <= most) ?? bars[0] ?? 0.1
  return { amount, length: amount * unit * perKm }
}

export const directions = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Direction = (typeof directions)[number]

/** As the crow flies from one place to another: kilometres, and which way; null where they are one place. */
export function crowFlies(from: Place, to: Place): { km: number; direction: Direction } | null {
  const km = kilometresBetween(from, to)
  if (km < 0.05) return null
  const east = (to.lng - from.lng) * Math.cos((((from.lat + to.lat) / 2) * Math.PI) / 180)
  const turns = Math.atan2(east, to.lat - from.lat) / (2 * Math.PI)
  return { km, direction: directions[(Math.round(turns * 8) + 8) % 8] ?? 'n' }
}
