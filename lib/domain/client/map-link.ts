type Pair = { lat: number; lng: number }

const number = String.raw`[+-]?\d{1,4}(?:\.\d+)?`
const pair = new RegExp(String.raw`^\s*(?:loc:)?(${number})\s*[,~]\s*(${number})(?![\d.])`)
const pinned = new RegExp(`!3d(${number})!4d(${number})`)
const viewed = new RegExp(`@(${number}),(${number})`)
const mapped = new RegExp(String.raw`map=\d+(?:\.\d+)?/(${number})/(${number})`)

/** Short links say nothing about the place; only their maker's server knows, and we do not ask it. */
const short = /^(maps\.app\.goo\.gl|goo\.gl|g\.co|osm\.org|apple\.co|bit\.ly|t\.co)$|^maps\.apple$/

/** Where the maps we know say a point, the pin before the middle of the view. */
const named = ['q', 'query', 'll', 'coordinate', 'destination', 'daddr', 'center', 'cp', 'pin', 'to', 'sll']

/**
 * The place a geo: address or a map's link points at; null where it points at none. Any host is read and none
 * is asked: the numbers stand in the link itself.
 */
export function coordinatesInLink(link: string): Pair | 'shortLink' | null {
  const url = URL.canParse(link) ? new URL(link) : null
  if (!url) return null
  if (url.protocol === 'geo:') return fromGeo(link)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  return inPath(url) ?? inQuery(url) ?? inView(url) ?? (short.test(url.hostname) ? 'shortLink' : null)
}

/** geo:47.07,15.43;u=35 and Android's geo:0,0?q=47.07,15.43(Label). */
function fromGeo(link: string): Pair | null {
  const [point = '', query = ''] = link.slice('geo:'.length).split('?')
  return asPair(pair.exec(new URLSearchParams(query).get('q') ?? '')) ?? asPair(pair.exec(point))
}

function inPath(url: URL): Pair | null {
  const path = unescaped(url.pathname)
  const pin = asPair(pinned.exec(path))
  if (pin) return pin
  const parts = path.replaceAll('+', ' ').split('/').reverse()
  for (const part of parts) {
    const found = asPair(pair.exec(part))
    if (found) return found
  }
  return null
}

function inQuery({ searchParams }: URL): Pair | null {
  const marked = asPair(pair.exec(`${searchParams.get('mlat') ?? ''},${searchParams.get('mlon') ?? ''}`))
  if (marked) return marked
  for (const name of named) {
    const found = asPair(pair.exec(searchParams.get(name) ?? ''))
    if (found) return found
  }
  return null
}

const inView = (url: URL): Pair | null =>
  asPair(viewed.exec(unescaped(url.pathname))) ?? asPair(mapped.exec(url.hash))

function asPair(match: RegExpExecArray | null): Pair | null {
  const [, lat, lng] = match ?? []
  return lat === undefined || lng === undefined ? null : { lat: Number(lat), lng: Number(lng) }
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
