export type Coordinates = { lat: number; lng: number }

/**
 * Reads "47.07, 15.43" (degrees, latitude first), as maps copy it; a comma, a semicolon or a space between.
 * Null where it is no place on earth.
 */
export function readCoordinates(text: string): Coordinates | null {
  const match = /^\(?\s*(-?\d{1,2}(?:\.\d+)?)°?\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)°?\s*\)?$/.exec(text.trim())
  if (!match) return null
  const lat = Number(match[1])
  const lng = Number(match[2])
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null
}

/** The same, written back into the field; '' where the home has none. */
export const writeCoordinates = (lat: number | null, lng: number | null): string =>
  lat === null || lng === null ? '' : `${lat}, ${lng}`
