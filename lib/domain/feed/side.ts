import { kilometresBetween } from '@/lib/domain/scheduling/distance'
import { placeOf, type MaybePlace } from '@/lib/domain/scheduling/travel'

const winds = ['north', 'northEast', 'east', 'southEast', 'south', 'southWest', 'west', 'northWest'] as const
export type Side = (typeof winds)[number] | 'near'

/** Kilometres around the office within which a direction says too much and too little. Ours. */
const near = 1

/** On which side of the office a home lies: as rough as a place can be said. Null where either is not known. */
export function sideOf(home: MaybePlace, office: MaybePlace): Side | null {
  const [to, from] = [placeOf(home), placeOf(office)]
  if (!to || !from) return null
  if (kilometresBetween(from, to) < near) return 'near'
  // A flat map is enough for an eighth of the compass; across the date line the short way is meant.
  const east = ((to.lng - from.lng + 540) % 360) - 180
  const turn = Math.atan2(east * Math.cos((from.lat * Math.PI) / 180), to.lat - from.lat) / (Math.PI / 4)
  return winds[(Math.round(turn) + 8) % 8] ?? null
}
