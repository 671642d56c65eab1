import { and, asc, eq, inArray, isNotNull, sql, type Column, type SQL } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, contact, member, note, photo, session, visit } from '@/db/schema'
import { canAddPhoto, canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { consentFrom } from '@/lib/domain/photo/consent'
import type { KeptPhoto, SessionPhotos, ShownPhoto, VisitPhotos } from '@/lib/domain/photo/pages'
import type { RemovePhoto, ShowPhoto } from '@/lib/domain/photo/schema'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { smallOf } from '@/lib/storage/key'
import { photoStorage } from '@/lib/storage/storage'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { mainPersonOf } from './people'
import { visiblePhotos } from './photo'
import { answersOf } from './photo-place'

/** The pages of the practice; what a household is shown of a visit it reads with its summary. */
const ofMembers = (viewer: Viewer) => (viewer.kind === 'member' ? undefined : sql`false`)

const signedNoteOf = (practiceId: Column, visitId: Column) =>
  sql<boolean>`exists (select 1 from ${note} where ${note.practiceId} = ${practiceId}
    and ${note.visitId} = ${visitId} and ${note.status} = 'signed')`

/** The photos of a visit by animal, what the household said about photos, and whom to ask. Two statements. */
export function visitPhotos(viewer: Viewer, visitId: string): Promise<VisitPhotos> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        visitId: visit.id,
        clientId: client.id,
        household: client.name,
        localStart: visit.localStart,
        zone: visit.zone,
        noteSigned: signedNoteOf(visit.practiceId, visit.id),
        mainPerson: sql<string>`coalesce(${mainPersonOf(sql`visit.practice_id`, sql`visit.client_id`)}, '')`,
        answers: answersOf(visit.practiceId, visit.clientId),
        animals: sql<
          VisitPhotos['animals']
        >`(select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name,
            'species', a.species, 'coat', a.coat) order by a.created_at, a.id), '[]')
          from app.animal a where a.practice_id = ${visit.practiceId} and a.client_id = ${visit.clientId}
            and (a.archived_at is null or exists (select 1 from app.photo p where p.practice_id = a.practice_id
              and p.visit_id = ${visit.id} and p.animal_id = a.id)))`,
      })
      .from(visit)
      .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
      .where(and(eq(visit.practiceId, viewer.practiceId), ofMembers(viewer), eq(visit.id, idFrom(visitId))))
    const { answers, ...head } = found(row)
    const photos = await keptPhotos(tx, viewer, eq(photo.visitId, head.visitId))
    return { ...head, consent: consentFrom(answers), photos, mayAdd: canTrain(viewer) }
  })
}

/** The photos of a session, and what its household said about photos; the household reads and adds to its own logs. */
export function sessionPhotos(viewer: Viewer, sessionId: string): Promise<SessionPhotos> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        clientId: animal.clientId,
        answers: answersOf(animal.practiceId, animal.clientId),
        ofHousehold: sql<boolean>`${session.source} <> 'consultant' and ${session.voidedAt} is null`,
        signed: sql<boolean>`${session.visitId} is null or ${signedNoteOf(session.practiceId, session.visitId)}`,
      })
      .from(session)
      .innerJoin(animal, and(eq(animal.practiceId, session.practiceId), eq(animal.id, session.animalId)))
      .where(
        and(
          eq(session.practiceId, viewer.practiceId),
          viewer.kind === 'guardian' ? inArray(session.animalId, [...viewer.animalIds]) : ofMembers(viewer),
          eq(session.id, idFrom(sessionId)),
        ),
      )
    const { answers, clientId, signed, ofHousehold } = found(row)
    const photos = await keptPhotos(tx, viewer, eq(photo.sessionId, idFrom(sessionId)))
    const mayAdd = viewer.kind === 'guardian' ? ofHousehold : canTrain(viewer)
    return { clientId, consent: consentFrom(answers), photos, signed, mayAdd }
  })
}

/** What a household is shown of a visit: nothing before its note is signed. */
export function shownPhotos(viewer: Viewer, visitId: string): Promise<ShownPhoto[]> {
  return asViewer(viewer, (tx) =>
    tx
      .select(shownColumns)
      .from(photo)
      .innerJoin(animal, and(eq(animal.practiceId, photo.practiceId), eq(animal.id, photo.animalId)))
      .innerJoin(note, and(eq(note.practiceId, photo.practiceId), eq(note.visitId, photo.visitId)))
      .where(
        and(
          visiblePhotos(viewer),
          eq(photo.visitId, idFrom(visitId)),
          photo.shown,
          eq(note.status, 'signed'),
        ),
      )
      .orderBy(asc(animal.createdAt), asc(animal.id), asc(photo.addedAt), asc(photo.id)),
  )
}

const shownColumns = {
  id: photo.id,
  animalId: photo.animalId,
  animalName: animal.name,
  format: photo.format,
  width: photo.width,
  height: photo.height,
  durationMs: photo.durationMs,
}

function keptPhotos(tx: Tx, viewer: Viewer, which: SQL): Promise<KeptPhoto[]> {
  return tx
    .select({
      ...shownColumns,
      shown: photo.shown,
      by: sql<string>`coalesce(${member.name}, ${contact.name})`,
      ofHousehold: sql<boolean>`${photo.byContact} is not null`,
      at: sql<Temporal.Instant>`coalesce(${photo.takenAt}, ${photo.addedAt})`.mapWith(photo.addedAt),
    })
    .from(photo)
    .innerJoin(animal, and(eq(animal.practiceId, photo.practiceId), eq(animal.id, photo.animalId)))
    .leftJoin(member, and(eq(member.practiceId, photo.practiceId), eq(member.id, photo.addedBy)))
    .leftJoin(contact, and(eq(contact.practiceId, photo.practiceId), eq(contact.id, photo.byContact)))
    .where(and(visiblePhotos(viewer), which))
    .orderBy(asc(photo.addedAt), asc(photo.id))
}

/** Photos of visits and sessions; what a safety record rests on stays as it was looked at. */
const changeable = (viewer: Viewer, photoId: string) =>
  and(
    visiblePhotos(viewer),
    viewer.kind === 'guardian' ? isNotNull(photo.byContact) : ofMembers(viewer),
    sql`coalesce(${photo.visitId}, ${photo.sessionId}) is not null`,
    eq(photo.id, idFrom(photoId)),
  )

/** Shows a photo to the household, or keeps it with the practice. Refuses who does not train. */
export function showPhoto(viewer: Viewer, { photoId, shown }: ShowPhoto): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    const [row] = await tx
      .update(photo)
      .set({ shown })
      .where(changeable(viewer, photoId))
      .returning({ id: photo.id })
    await audit(tx, viewer, shown ? 'show' : 'hide', 'photo', found(row).id)
    return done()
  })
}

/**
 * Takes a photo away: its bytes are forgotten, the line that it was there stays. A household takes its own. Refuses
 * who does not train.
 */
export async function removePhoto(
  viewer: Viewer,
  { photoId }: RemovePhoto,
  now: Temporal.Instant,
): Promise<Result> {
  if (!canAddPhoto(viewer)) return refused('errors.notAllowed')
  const removedBy = viewer.kind === 'guardian' ? viewer.contactId : viewer.memberId
  const key = await asViewer(viewer, async (tx) => {
    const [row] = await tx
      .update(photo)
      .set({ removedAt: now, removedBy })
      .where(changeable(viewer, photoId))
      .returning({ id: photo.id, key: photo.storageKey })
    const { id, key } = found(row)
    await audit(tx, viewer, 'remove', 'photo', id)
    return key
  })
  const storage = photoStorage()
  await storage.remove(key)
  if (smallOf(key) !== key) await storage.remove(smallOf(key))
  return done()
}
