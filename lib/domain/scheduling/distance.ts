/** A place on the earth, in degrees. */
export type Place = { lat: number; lng: number }

/** Mean radius of the earth in km (IUGG). */
const earth = 6371.0088
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance in km, by the haversine formula; symmetric, 0 for the same place. */
export function kilometresBetween(a: Place, b: Place): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const chord = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lng, b.lng)
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(chord)))
}
