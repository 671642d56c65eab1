import { setTimeout as pause } from 'node:timers/promises'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Coordinates } from '@/lib/domain/client/coordinates'
import { geocoderUrl } from '@/lib/env'
import { askJson } from './ask'
import { Breaker } from './breaker'

/** What a geocoder says of an address. `rough`: no better than a district or town. Null: it does not know it. */
export type Geocoded = (Coordinates & { rough: boolean }) | null

/** How long somebody who pressed the button waits, and the least time between two questions, ms. */
const patience = 4_000
/** One a second is what the public Nominatim asks of everybody; of each process of ours. */
const apart = 1_000
/** Longer than this nobody stands in the queue, ms: ours. */
const longestWait = 4_000

const breakers = new Map<string, Breaker>()
let nextAt = 0

const degrees = (most: number) => z.coerce.number().min(-most).max(most)
const answers = z
  .array(z.object({ lat: degrees(90), lon: degrees(180), place_rank: z.number().optional() }))
  .max(50)

/** In Nominatim's ranks a street is 26, a house 30. */
const street = 26

/** Asks the configured geocoder for one address; undefined where none is set, it is busy or does not answer. */
export async function geocode(address: string, at: Temporal.Instant): Promise<Geocoded | undefined> {
  const base = geocoderUrl()
  if (!base) return undefined
  if (!(await turn(at.epochMilliseconds))) return undefined
  const breaker = breakers.get(base.href) ?? new Breaker()
  breakers.set(base.href, breaker)
  const said = await breaker.try(at.epochMilliseconds, async () => {
    const query = new URLSearchParams({ q: address, format: 'jsonv2', limit: '1' })
    const [first] = answers.parse(await askJson(base, 'search', query, patience))
    return { first }
  })
  if (!said) return undefined
  const { first } = said
  return first ? { lat: first.lat, lng: first.lon, rough: (first.place_rank ?? 30) < street } : null
}

/** Waits for this question's second; false where too many wait already. */
async function turn(at: number): Promise<boolean> {
  const mine = Math.max(at, nextAt)
  if (mine - at > longestWait) return false
  nextAt = mine + apart
  if (mine > at) await pause(mine - at)
  return true
}
