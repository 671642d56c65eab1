import { kilometresBetween, type Place } from './distance'

/** How a practice's roads are: all three can be calibrated from drives that were measured. */
export type Roads = {
  /** How much longer the road is than the straight line, 1 to 3. */
  circuity: number
  /** Kilometres an hour, door to door, 5 to 120. */
  speed: number
  /** Minutes to park and walk to the door, where a home says nothing of its own, 0 to 60. */
  parking: number
}

/** Until a practice says otherwise: all ours. */
export const ourRoads: Roads = { circuity: 1.4, speed: 28, parking: 3 }

/** Minutes kept free before a visit when one of the two places is not known: ours. */
export const unknownTravel = 15

/** The longest drive we believe in, minutes; beyond it a coordinate is more likely wrong: ours. */
export const longestTravel = 180

/** Two pins closer than this are one place, km: ours. */
const samePlace = 0.05

export type MaybePlace = { lat: number | null; lng: number | null } | null | undefined

/** A place whose coordinates are both known, or null. */
export const placeOf = (place: MaybePlace): Place | null =>
  place && place.lat !== null && place.lng !== null ? { lat: place.lat, lng: place.lng } : null

/**
 * Whole minutes of driving and parking between two homes, 0 for the same one, at most 180.
 * An estimate from coordinates alone; null where one of them is not known.
 */
export function driveMinutes(from: MaybePlace, to: MaybePlace, roads: Roads = ourRoads): number | null {
  const [a, b] = [placeOf(from), placeOf(to)]
  if (!a || !b) return null
  const km = kilometresBetween(a, b)
  if (km < samePlace) return 0
  return wholeMinutes(((km * roads.circuity) / roads.speed) * 60 + roads.parking)
}

/** Minutes as a day can be planned with: whole, rounded up, 0 to 180. */
export const wholeMinutes = (minutes: number): number =>
  Math.min(longestTravel, Math.max(0, Math.ceil(minutes - 1e-9)))
