import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { client, geocoded } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { geocoderUrl } from '@/lib/env'
import { geocode, type Geocoded } from '@/lib/geo/geocoder'
import { asViewer, audit, found, idFrom } from './as-viewer'

/** Who works here says where a household lives, nobody else. */
const keptClients = (viewer: Viewer) =>
  and(eq(client.practiceId, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)

/** An answer is asked for again after this many days: ours. */
const answersLast = 180

/**
 * Asks the configured geocoder where a household's address is and keeps the answer, once per address. Refused
 * where none is set, where there is no address, where it knows nothing and where it does not answer.
 */
export async function findPlace(
  viewer: MemberViewer,
  input: { id: string },
  now: Temporal.Instant,
): Promise<Result> {
  const id = idFrom(input.id)
  const { address, kept } = await asViewer(viewer, async (tx) => {
    const [home] = await tx
      .select({ street: client.street, postcode: client.postcode, town: client.town })
      .from(client)
      .where(and(keptClients(viewer), eq(client.id, id)))
    const address = addressOf(found(home))
    const [kept] = await tx
      .select()
      .from(geocoded)
      .where(
        and(
          eq(geocoded.practiceId, viewer.practiceId),
          eq(geocoded.address, address),
          sql`${geocoded.askedAt} > ${now.subtract({ hours: 24 * answersLast }).toString()}::timestamptz`,
        ),
      )
    return { address, kept }
  })
  if (!geocoderUrl()) return refused('travel.place.noGeocoder')
  if (address === '') return refused('travel.place.noAddress')
  const answer: Geocoded | undefined = kept
    ? kept.lat === null || kept.lng === null
      ? null
      : { lat: kept.lat, lng: kept.lng, rough: kept.rough }
    : await geocode(address, now)
  if (answer === undefined) return refused('travel.place.silent')
  return asViewer(viewer, async (tx) => {
    const values = {
      lat: answer?.lat ?? null,
      lng: answer?.lng ?? null,
      rough: answer?.rough ?? false,
      askedAt: now,
    }
    if (!kept)
      await tx
        .insert(geocoded)
        .values({ practiceId: viewer.practiceId, address, ...values })
        .onConflictDoUpdate({ target: [geocoded.practiceId, geocoded.address], set: values })
    if (!answer) return refused('travel.place.unknown')
    const changed = await tx
      .update(client)
      .set({
        lat: answer.lat,
        lng: answer.lng,
        roughPlace: answer.rough,
        version: sql`${client.version} + 1`,
      })
      .where(and(keptClients(viewer), eq(client.id, id)))
      .returning({ id: client.id })
    found(changed[0])
    await audit(tx, viewer, 'find-place', 'client', id)
    return done()
  })
}

const addressOf = ({ street, postcode, town }: { street: string; postcode: string; town: string }) =>
  [street, [postcode, town].filter(Boolean).join(' ')].filter((line) => line.trim() !== '').join(', ')
