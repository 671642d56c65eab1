import { coordinatesInLink } from './map-link'

/** Degrees; latitude −90 to 90, longitude −180 to 180. */
export type Coordinates = { lat: number; lng: number }

/** Why a text is no place: a key of the catalogue's `errors`. */
export type PlaceRefusal = 'notAPlace' | 'notOnEarth' | 'shortLink'

/** Longest text that is looked at: ours. Links of maps are long. */
export const longestPlace = 2000

/**
 * Reads a place as maps and phones give it: "47.07, 15.43" (latitude first), degrees with minutes and seconds,
 * a geo: address, or a link to Google, Apple, Bing or OpenStreetMap. Refuses what is nowhere on earth, and short
 * links, which only their maker can open.
 */
export function placeFrom(text: string): Coordinates | PlaceRefusal {
  const trimmed = text.slice(0, longestPlace).trim()
  const read = /^[a-z][a-z+.-]*:/i.test(trimmed) ? coordinatesInLink(trimmed) : coordinatesInText(trimmed)
  if (typeof read === 'string') return read
  return read ? onEarth(read) : 'notAPlace'
}

/** The same, written back into the field, to 11 cm; '' where the home has none. */
export const writeCoordinates = (lat: number | null, lng: number | null): string =>
  lat === null || lng === null ? '' : `${shortened(lat)}, ${shortened(lng)}`

const shortened = (degrees: number) =>
  Number(degrees.toFixed(6))
    .toFixed(6)
    .replace(/\.?0+$/, '')

const onEarth = (place: Coordinates): Coordinates | PlaceRefusal =>
  Math.abs(place.lat) <= 90 && Math.abs(place.lng) <= 180 ? place : 'notOnEarth'

/** "47.07, 15.43", also with ;, a space or decimal commas between and in, or as degrees with letters. */
function coordinatesInText(text: string): Coordinates | null {
  const bare = text
    .replace(/^\(|\)$/g, '')
    .replaceAll('\u2212', '-')
    .trim()
  return asPair(bare) ?? asDegrees(bare)
}

function asPair(text: string): Coordinates | null {
  const number = String.raw`([+-]?\d{1,4}(?:[.]\d+)?)°?`
  const withComma = String.raw`([+-]?\d{1,4},\d+)°?`
  const match =
    new RegExp(`^${number}(?:\\s*[,;~]\\s*|\\s+)${number}$`).exec(text) ??
    new RegExp(`^${withComma}(?:\\s*;\\s*|,?\\s+)${withComma}$`).exec(text)
  const [lat, lng] = (match?.slice(1) ?? []).map((part) => Number(part.replace(',', '.')))
  return lat === undefined || lng === undefined ? null : { lat, lng }
}

const part = String.raw`\d{1,3}(?:[.,]\d+)?`
const angle = String.raw`(${part})\s*[°º]?(?:\s*(${part})\s*['′’]?)?(?:\s*(${part})\s*(?:"|″|”|''|′′)?)?`
const lettersBehind = new RegExp(String.raw`^${angle}\s*([NS])[\s,;]*${angle}\s*([EWO])$`, 'i')
const lettersBefore = new RegExp(String.raw`^([NS])\s*${angle}[\s,;]+([EWO])\s*${angle}$`, 'i')

/** Degrees, minutes, seconds with N, S, E, W (O for the German east), before or behind. */
function asDegrees(text: string): Coordinates | null {
  const behind = lettersBehind.exec(text)
  if (behind)
    return signed([behind[1], behind[2], behind[3]], behind[4], [behind[5], behind[6], behind[7]], behind[8])
  const before = lettersBefore.exec(text)
  if (before)
    return signed([before[2], before[3], before[4]], before[1], [before[6], before[7], before[8]], before[5])
  return null
}

type Parts = (string | undefined)[]

function signed(
  lat: Parts,
  north: string | undefined,
  lng: Parts,
  east: string | undefined,
): Coordinates | null {
  const [up, along] = [degreesOf(lat), degreesOf(lng)]
  if (up === null || along === null) return null
  return { lat: /s/i.test(north ?? '') ? -up : up, lng: /w/i.test(east ?? '') ? -along : along }
}

/** 60 minutes or seconds are a mistake, not a number. */
function degreesOf(parts: Parts): number | null {
  const [degrees = 0, minutes = 0, seconds = 0] = parts.map((text) =>
    text === undefined ? undefined : Number(text.replace(',', '.')),
  )
  return minutes >= 60 || seconds >= 60 ? null : degrees + minutes / 60 + seconds / 3600
}
