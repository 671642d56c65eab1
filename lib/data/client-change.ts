import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, erasure, visit } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { writeCoordinates } from '@/lib/domain/client/coordinates'
import { clientFields } from '@/lib/domain/client/form'
import { heardFromKept } from '@/lib/domain/client/heard-from'
import type { ClientChange, NewClient } from '@/lib/domain/client/schema'
import { theirsOf } from '@/lib/domain/form/theirs'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { text } from '@/lib/format/text'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { clientFacts, type ClientFacts } from './client'
import { addContact } from './contact'

/** Who works here changes what is written down about its households, nobody else. */
const keptClients = (viewer: Viewer) =>
  and(eq(client.practiceId, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)

/** A new household with its main person. The household takes the person's name where it has none. */
export function addClient(viewer: Viewer, input: NewClient): Promise<Result<{ id: string }>> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const [made] = await tx
      .insert(client)
      .values({ practiceId: viewer.practiceId, ...columnsOf(input), name: input.name || input.person.name })
      .returning({ id: client.id })
    const { id } = found(made)
    await audit(tx, viewer, 'add', 'client', id)
    const person = await addContact(viewer, { ...input.person, clientId: id, isMain: true })
    return person.ok ? done({ id }) : person
  })
}

/**
 * Changes a household. Refuses where somebody saved since the form was opened, unless both say the same; the
 * answer carries what stands now and its version.
 */
export function saveClient(viewer: Viewer, input: ClientChange): Promise<Result<{ id: string }>> {
  return asViewer(viewer, async (tx) => {
    const standing = await lockClient(tx, viewer, input.id)
    const sent = columnsOf(input)
    if (standing.version !== input.version) {
      const theirs = theirsOf(clientFields(sent), clientFields(standing), inWords)
      if (Object.keys(theirs).length === 0) return done({ id: standing.id })
      return refused('errors.conflict', { theirs, version: standing.version })
    }
    await tx
      .update(client)
      .set({
        ...sent,
        roughPlace: standing.roughPlace && isSamePlace(sent, standing),
        version: standing.version + 1,
      })
      .where(and(keptClients(viewer), eq(client.id, standing.id)))
    await audit(tx, viewer, 'change', 'client', standing.id)
    return done({ id: standing.id })
  })
}

/** Puts a household away; its people can no longer sign in. Refuses while visits are booked. */
export function archiveClient(
  viewer: Viewer,
  { id }: { id: string },
  now: Temporal.Instant,
): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    // The lock holds back a booking of the same moment: its foreign key waits for this row.
    const standing = await lockClient(tx, viewer, id)
    const [booked] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(visit)
      .where(
        and(
          eq(visit.practiceId, viewer.practiceId),
          eq(visit.clientId, standing.id),
          sql`${visit.status} in ('booked', 'confirmed', 'arrived') and upper(${visit.during}) > ${now.toString()}`,
        ),
      )
    const count = booked?.count ?? 0
    if (count > 0) return refused('client.refusal.visitsAhead', { values: { count } })
    await tx
      .update(client)
      .set({ archivedAt: now })
      .where(and(keptClients(viewer), eq(client.id, standing.id)))
    await audit(tx, viewer, 'archive', 'client', standing.id)
    return done()
  })
}

/** Takes a household back that was put away. Refuses one that was erased: it is gone. */
export function restoreClient(viewer: Viewer, { id }: { id: string }): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const standing = await lockClient(tx, viewer, id)
    if (await isErased(tx, viewer, standing.id)) return refused('client.refusal.erased')
    await tx
      .update(client)
      .set({ archivedAt: null })
      .where(and(keptClients(viewer), eq(client.id, standing.id)))
    await audit(tx, viewer, 'restore', 'client', standing.id)
    return done()
  })
}

async function isErased(tx: Tx, viewer: Viewer, clientId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: erasure.id })
    .from(erasure)
    .where(
      and(
        eq(erasure.practiceId, viewer.practiceId),
        eq(erasure.clientId, clientId),
        eq(erasure.state, 'done'),
      ),
    )
  return rows.length > 0
}

async function lockClient(tx: Tx, viewer: Viewer, id: string): Promise<ClientFacts> {
  const [row] = await tx
    .select({ id: client.id })
    .from(client)
    .where(and(keptClients(viewer), eq(client.id, idFrom(id))))
    .for('update')
  return clientFacts(viewer, found(row).id)
}

function columnsOf(input: Omit<ClientChange, 'id' | 'version'>) {
  return {
    name: input.name,
    street: input.street,
    postcode: input.postcode,
    town: input.town,
    lat: input.coordinates?.lat ?? null,
    lng: input.coordinates?.lng ?? null,
    parkingMinutes: input.parkingMinutes ?? null,
    zone: input.zone,
    accessNotes: input.accessNotes,
    heardFrom: heardFromKept(input.heardFrom, input.heardFromWords),
    notes: input.notes,
  }
}

type Kept = Pick<ClientFacts, 'lat' | 'lng'>

/** Whether the form sent back the place it was given: a rough one stays rough until somebody says better. */
const isSamePlace = (sent: Kept, standing: Kept) =>
  writeCoordinates(sent.lat, sent.lng) === writeCoordinates(standing.lat, standing.lng)

/** A field's standing value as its form words it. */
function inWords(field: string, value: string): string {
  const t = text('client')
  if (value === '') return t('empty')
  return field === 'heardFrom' ? t(`heardFrom.${value}`) : value
}
