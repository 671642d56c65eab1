import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Coordinates } from '@/lib/domain/client/coordinates'
import { osrmUrl } from '@/lib/env'
import { askJson, NoAnswer } from './ask'
import { Breaker } from './breaker'

/** One way on the road; null where the server knows no road. */
export type Way = { minutes: number; kilometres: number | null } | null

/** How long a page waits for the route server, ms, and most places of one question (its own usual limit): ours. */
const patience = 1_500
export const mostPlaces = 100

const breakers = new Map<string, Breaker>()

const cells = z.array(z.array(z.number().min(0).max(1e7).nullable()))
const answer = z.object({ code: z.literal('Ok'), durations: cells, distances: cells.optional() })

/**
 * The ways from each source to each destination, sources first, both together at most 100; null where no route
 * server is set, or it does not answer in time, or not with sense.
 */
export async function routeTable(
  sources: readonly Coordinates[],
  destinations: readonly Coordinates[],
  at: Temporal.Instant,
): Promise<Way[][] | null> {
  const base = osrmUrl()
  if (!base || sources.length === 0 || destinations.length === 0) return null
  const breaker = breakers.get(base.href) ?? new Breaker()
  breakers.set(base.href, breaker)
  return breaker.try(at.epochMilliseconds, async () => {
    const places = [...sources, ...destinations]
    const points = places.map(({ lat, lng }) => `${lng.toFixed(5)},${lat.toFixed(5)}`).join(';')
    const numbers = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => from + n).join(';')
    const query = new URLSearchParams({
      sources: numbers(0, sources.length),
      destinations: numbers(sources.length, destinations.length),
      annotations: 'duration,distance',
    })
    const { durations, distances } = answer.parse(
      await askJson(base, `table/v1/driving/${points}`, query, patience),
    )
    const whole = [durations, ...(distances ? [distances] : [])].every(
      (rows) => rows.length === sources.length && rows.every((row) => row.length === destinations.length),
    )
    if (!whole) throw new NoAnswer()
    return durations.map((row, from) =>
      row.map((seconds, to) => {
        const metres = distances?.[from]?.[to] ?? null
        return seconds === null
          ? null
          : { minutes: seconds / 60, kilometres: metres === null ? null : metres / 1000 }
      }),
    )
  })
}
