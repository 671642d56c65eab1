import { kilometresBetween, type Place } from './distance'

/** How much longer the road is than the straight line, km/h door to door, minutes to park: all ours. */
const circuity = 1.4
const speed = 28
const parking = 3

/** Minutes kept free before a visit when one of the two places is not known: ours. */
export const unknownTravel = 15

/** The longest drive we believe in, minutes; beyond it a coordinate is more likely wrong: ours. */
export const longestTravel = 180

export type MaybePlace = { lat: number | null; lng: number | null } | null | undefined

/** A place whose coordinates are both known, or null. */
export const placeOf = (place: MaybePlace): Place | null =>
  place && place.lat !== null && place.lng !== null ? { lat: place.lat, lng: place.lng } : null

/**
 * Whole minutes of driving and parking between two homes, 0 for the same one, at most 180.
 * An estimate from coordinates alone; null where one of them is not known.
 */
export function driveMinutes(from: MaybePlace, to: MaybePlace): number | null {
  const [a, b] = [placeOf(from), placeOf(to)]
  if (!a || !b) return null
  const km = kilometresBetween(a, b)
  if (km < 0.05) return 0
  return Math.min(longestTravel, Math.ceil(((km * circuity) / speed) * 60 + parking))
}

/** Minutes to keep free before a visit: the drive there, 15 where it cannot be known, none for a call. */
export const travelBefore = (from: MaybePlace, to: MaybePlace, place: 'home' | 'remote'): number =>
  place === 'remote' ? 0 : (driveMinutes(from, to) ?? unknownTravel)
