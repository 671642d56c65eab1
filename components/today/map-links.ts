import type { Place } from '@/lib/domain/scheduling/distance'

const pair = ({ lat, lng }: Place) => `${lat.toFixed(5)},${lng.toFixed(5)}`

/** Addresses that open one place in the phone's own map, in Apple's and in Google's; no names go along. */
export const legLinks = (to: Place) => ({
  geo: `geo:${pair(to)}?q=${pair(to)}`,
  apple: `https://maps.apple.com/?${new URLSearchParams({ daddr: pair(to), dirflg: 'd' })}`,
  google: `https://www.google.com/maps/dir/?${new URLSearchParams({ api: '1', destination: pair(to), travelmode: 'driving' })}`,
})

/** The whole way from where the phone is: Google takes nine stops before the last. */
export function routeLinks(stops: readonly Place[]) {
  const last = stops.at(-1)
  if (!last || stops.length < 2) return null
  const between = stops.slice(0, -1).map(pair)
  const apple = new URLSearchParams([
    ...between.map((stop) => ['waypoint', stop] as [string, string]),
    ['destination', pair(last)],
    ['mode', 'driving'],
  ])
  const google = new URLSearchParams({
    api: '1',
    destination: pair(last),
    waypoints: between.slice(0, 9).join('|'),
    travelmode: 'driving',
  })
  return {
    apple: `https://maps.apple.com/directions?${apple}`,
    google: `https://www.google.com/maps/dir/?${google}`,
  }
}
