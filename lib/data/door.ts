import { and, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, door, doorCode, visit } from '@/db/schema'
import { canKeepClients, canRunPractice } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { codeRefusal } from '@/lib/domain/door/reveal'
import { doorParts, type DoorChange, type DoorPart, type RevealCode } from '@/lib/domain/door/schema'
import { theirsOf } from '@/lib/domain/form/theirs'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { openText, sealText } from '@/lib/storage/sealed-text'
import { asViewer, audit, found, idFrom } from './as-viewer'

/** What is behind a door is the practice's to know, and nobody else's. */
const visibleHomes = (viewer: Viewer) =>
  and(eq(client.practiceId, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)

export type Reveal = { at: Temporal.Instant; by: string | null }

export type DoorForm = Record<DoorPart, string> & {
  clientId: string
  household: string
  zone: string
  /** 0 where nothing was written yet. */
  version: number
  hasCode: boolean
  /** Who had the code shown, the latest first; null for whoever may not know. */
  reveals: Reveal[] | null
}

/** What the practice knows of a household's door, for its form; the code stays where it is. One statement. */
export function doorForm(viewer: Viewer, clientId: string): Promise<DoorForm> {
  return asViewer(viewer, async (tx) => {
    const { reveals, ...row } = await doorRow(tx, viewer, clientId)
    return {
      ...row,
      reveals: canRunPractice(viewer)
        ? reveals.map(({ at, by }) => ({ at: Temporal.Instant.from(at), by }))
        : null,
    }
  })
}

/** How many showings the practice owner reads at once: ours. */
const latestReveals = 50

async function doorRow(tx: Tx, viewer: Viewer, clientId: string) {
  const [row] = await tx
    .select({
      clientId: client.id,
      household: client.name,
      zone: client.zone,
      parking: sql<string>`coalesce(${door.parking}, '')`,
      exits: sql<string>`coalesce(${door.exits}, '')`,
      hiding: sql<string>`coalesce(${door.hiding}, '')`,
      bring: sql<string>`coalesce(${door.bring}, '')`,
      know: sql<string>`coalesce(${door.know}, '')`,
      version: sql<number>`coalesce(${door.version}, 0)`,
      hasCode: sql<boolean>`exists (select 1 from app.door_code c
        where c.practice_id = client.practice_id and c.client_id = client.id)`,
      reveals: sql<
        { at: string; by: string | null }[]
      >`(select coalesce(json_agg(x order by x.at desc), '[]') from (
        select e.at, (select m.name from app.member m where m.practice_id = e.practice_id
          and m.user_id = e.user_id limit 1) as by
        from app.audit_event e where e.practice_id = client.practice_id and e.noun = 'door'
          and e.noun_id = client.id and e.verb = 'reveal' order by e.at desc limit ${latestReveals}) x)`,
    })
    .from(client)
    .leftJoin(door, and(eq(door.practiceId, client.practiceId), eq(door.clientId, client.id)))
    .where(and(visibleHomes(viewer), eq(client.id, idFrom(clientId))))
  return found(row)
}

/**
 * Writes down what there is to know at a door, and keeps, changes or forgets its code. Refused where somebody else was
 * faster. The code itself is neither in the audit nor in any answer.
 */
export function saveDoor(viewer: Viewer, input: DoorChange): Promise<Result<{ clientId: string }>> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const clientId = idFrom(input.clientId)
    await tx
      .select({ id: client.id })
      .from(client)
      .where(and(visibleHomes(viewer), eq(client.id, clientId)))
      .for('update')
    const now = await doorRow(tx, viewer, clientId)
    const words = Object.fromEntries(doorParts.map((part) => [part, input[part]])) as Record<DoorPart, string>
    if (now.version !== input.version) {
      const stands = Object.fromEntries(doorParts.map((part) => [part, now[part]]))
      const theirs = theirsOf(words, stands, (_field, value) => value || '–')
      return refused('errors.conflict', { theirs, version: now.version })
    }
    const key = { practiceId: viewer.practiceId, clientId }
    const row = { ...words, version: input.version + 1, changedBy: viewer.memberId, changedAt: sql`now()` }
    await tx
      .insert(door)
      .values({ ...key, ...row })
      .onConflictDoUpdate({ target: [door.practiceId, door.clientId], set: row })
    await audit(tx, viewer, 'write', 'door', clientId)
    await keepCode(tx, viewer, clientId, input)
    return done({ clientId })
  })
}

async function keepCode(
  tx: Tx,
  viewer: Viewer & { kind: 'member' },
  clientId: string,
  { code, forget }: DoorChange,
): Promise<void> {
  const key = { practiceId: viewer.practiceId, clientId }
  if (forget) {
    const gone = await tx
      .delete(doorCode)
      .where(and(eq(doorCode.practiceId, key.practiceId), eq(doorCode.clientId, clientId)))
      .returning({ clientId: doorCode.clientId })
    if (gone.length > 0) await audit(tx, viewer, 'forgetCode', 'door', clientId)
  } else if (code !== '') {
    const row = { sealed: sealText(code, placeOf(key)), writtenBy: viewer.memberId, writtenAt: sql`now()` }
    await tx
      .insert(doorCode)
      .values({ ...key, ...row })
      .onConflictDoUpdate({ target: [doorCode.practiceId, doorCode.clientId], set: row })
    await audit(tx, viewer, 'writeCode', 'door', clientId)
  }
}

/** A sealed code belongs to one household of one practice. */
const placeOf = ({ practiceId, clientId }: { practiceId: string; clientId: string }) =>
  `${practiceId}:${clientId}`

export type Revealed = { is: 'code'; code: string } | { is: 'none' | 'unreadable' }

/**
 * Shows the code of the home of a visit, on the day of that visit, to its consultant or the practice owner. Every
 * showing is in the audit trail, also where there is no code. Refused on another day, for a visit called off or from
 * afar, and for colleagues.
 */
export function revealCode(
  viewer: Viewer,
  { visitId }: RevealCode,
  now: Temporal.Instant,
): Promise<Result<Revealed>> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        clientId: visit.clientId,
        consultantId: visit.consultantId,
        status: visit.status,
        place: visit.place,
        during: visit.during,
        zone: visit.zone,
      })
      .from(visit)
      .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
      .where(and(visibleHomes(viewer), eq(visit.id, idFrom(visitId))))
    const its = found(row)
    const refusal = codeRefusal(viewer, { ...its, from: its.during.from }, now)
    if (refusal) return refused(refusal)
    await audit(tx, viewer, 'reveal', 'door', its.clientId, { visitId: idFrom(visitId) })
    const [kept] = await tx
      .select({ sealed: doorCode.sealed })
      .from(doorCode)
      .where(and(eq(doorCode.practiceId, viewer.practiceId), eq(doorCode.clientId, its.clientId)))
    if (!kept) return done({ is: 'none' as const })
    const code = openText(kept.sealed, placeOf({ practiceId: viewer.practiceId, clientId: its.clientId }))
    return done(code === null ? { is: 'unreadable' as const } : { is: 'code' as const, code })
  })
}
