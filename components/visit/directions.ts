import type { MaybePlace } from '@/lib/domain/scheduling/travel'
import { placeOf } from '@/lib/domain/scheduling/travel'

/** A plain link to a map, followed only when tapped and without saying where from. */
export function directionsTo(address: string, home: MaybePlace) {
  const place = placeOf(home)
  const href = place
    ? `https://www.openstreetmap.org/?mlat=${place.lat}&mlon=${place.lng}#map=17/${place.lat}/${place.lng}`
    : `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`
  return { href, rel: 'noreferrer', target: '_blank' }
}
