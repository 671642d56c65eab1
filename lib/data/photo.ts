import { createHash, randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { note, photo, type animal } from '@/db/schema'
import { canAddPhoto } from '@/lib/domain/access/can'
import type { ShareViewer, Viewer } from '@/lib/domain/access/viewer'
import type { PhotoFormat } from '@/lib/domain/photo/photo'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { isShownTo } from '@/lib/domain/share/audience'
import { checked } from '@/lib/storage/checked'
import { newPhotoKey, smallOf } from '@/lib/storage/key'
import { putAway } from '@/lib/storage/put-away'
import { sourceOf, stretch, type Source } from '@/lib/storage/source'
import { photoStorage } from '@/lib/storage/storage'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { placeOf, refusedPhoto } from './photo-place'

/**
 * Photos and films of the animals this viewer may see: the practice all, the household what is shown to it,
 * of a visit once its note is signed; a friend's link the pictures among those of sessions and visits, as long as
 * the household agrees to photos.
 */
export const visiblePhotos = (viewer: Viewer): SQL | undefined =>
  and(
    eq(photo.practiceId, viewer.practiceId),
    isNull(photo.removedAt),
    viewer.kind === 'share' ? picturesForFriends(viewer) : undefined,
    viewer.kind === 'guardian' ? and(inArray(photo.animalId, [...viewer.animalIds]), shownAtHome) : undefined,
  )

/** What a household sees of its animals' photos, for sheets that are read at home whoever prints them. */
export const shownAtHome: SQL | undefined = and(
  photo.shown,
  or(
    isNull(photo.visitId),
    sql`exists (select 1 from ${note} where ${note.practiceId} = ${photo.practiceId}
      and ${note.visitId} = ${photo.visitId} and ${note.status} = 'signed')`,
  ),
)

const picturesForFriends = ({ scope, animalIds }: ShareViewer) =>
  isShownTo(scope, 'photos')
    ? and(
        inArray(photo.animalId, [...animalIds]),
        photo.shown,
        eq(photo.format, 'webp'),
        sql`coalesce(${photo.visitId}, ${photo.sessionId}) is not null`,
        sql`app.photo_may_travel(${photo.animalId}, ${photo.visitId})`,
      )
    : sql`false`

export type NewPhoto = {
  /** Made on the device, so that sending it twice keeps it once. */
  id?: string | undefined
  animalId: string
  visitId?: string | undefined
  sessionId?: string | undefined
  /** Whether the household sees it; it does unless said. */
  shown?: boolean | undefined
  /** As the device says; not where its clock is ahead. */
  takenAt?: Temporal.Instant | undefined
  bytes: Uint8Array | Source
}

/**
 * Keeps a photo or film of an animal: as evidence, of a visit or of a session. JPEG, PNG or WebP of at most
 * 12 MB is re-encoded without any metadata; MP4, MOV or WebM of at most 30 seconds and 100 MB is written anew
 * without what is told about it. The same bytes under the same id are kept once. A household adds to
 * logs of its own. Refuses who does not train, a household that did not agree, and every file that is not one whole picture or film, each with its sentence.
 */
export async function addPhoto(
  viewer: Viewer,
  given: NewPhoto,
  now: Temporal.Instant,
): Promise<Result<{ photoId: string; width: number; height: number }>> {
  const id = given.id === undefined ? randomUUID() : idFrom(given.id)
  const source = given.bytes instanceof Uint8Array ? sourceOf(given.bytes) : given.bytes
  const sent = await sumOf(source)
  const { place, before } = await asViewer(viewer, async (tx) => ({
    place: await placeOf(tx, viewer, given),
    before: await keptUnder(tx, viewer, id, sent),
  }))
  if (!canAddPhoto(viewer)) return refused('errors.notAllowed')
  const refusal = before ?? (await refusedPhoto(place, source))
  if (refusal) return refusal
  const made = await checked(source)
  if (typeof made === 'string') return refused(`photo.refusal.${made}`)
  const storageKey = newPhotoKey(viewer.practiceId, made.format)
  const forget = await putAway(storageKey, made)
  try {
    const kept = await asViewer(viewer, async (tx) => {
      const { animalId, visitId, sessionId } = place
      const { width, height, format, durationMs, content } = made
      const [row] = await tx
        .insert(photo)
        .values({
          ...{ practiceId: viewer.practiceId, id, animalId, visitId, sessionId, storageKey },
          ...{ width, height, format, durationMs, sha256: content.sha256, byteSize: content.size },
          ...{
            shown: viewer.kind === 'guardian' || (given.shown ?? true),
            sentSha256: sent,
            takenAt: takenBefore(now, given.takenAt),
          },
          ...(viewer.kind === 'guardian' ? { byContact: viewer.contactId } : { addedBy: viewer.memberId }),
          addedAt: now,
        })
        .onConflictDoNothing()
        .returning({ id: photo.id })
      if (!row) return null
      await audit(tx, viewer, 'addPhoto', 'photo', id, { animalId, format })
      return done({ photoId: id, width, height })
    })
    if (kept) return kept
  } catch (error) {
    await forget()
    throw error
  }
  // The same photo came twice at once, and the other was faster.
  await forget()
  return found((await asViewer(viewer, (tx) => keptUnder(tx, viewer, id, sent))) ?? undefined)
}

const takenBefore = (now: Temporal.Instant, takenAt: Temporal.Instant | undefined) =>
  takenAt && takenAt.epochMilliseconds <= now.epochMilliseconds ? takenAt : null

/** What is kept under this id already: the same bytes are done, others are refused; null where nothing is. */
async function keptUnder(tx: Tx, viewer: Viewer, id: string, sent: string) {
  const [row] = await tx
    .select({ photoId: photo.id, width: photo.width, height: photo.height, sent: photo.sentSha256 })
    .from(photo)
    .where(and(eq(photo.practiceId, viewer.practiceId), eq(photo.id, id)))
  if (!row) return null
  const { sent: before, ...kept } = row
  return before === sent ? done(kept) : refused('photo.refusal.otherPhoto')
}

async function sumOf(source: Source): Promise<string> {
  const sum = createHash('sha256')
  for await (const part of stretch(source, 0, source.size)) sum.update(part)
  return sum.digest('hex')
}

export type OpenPhoto = {
  format: PhotoFormat
  /** Bytes. */
  size: number
  /** All of it; the small copy of a picture where one was made. */
  whole: (size?: 'small') => Promise<Buffer>
  /** From one byte to another, both included. */
  part: (from: number, to: number) => Promise<AsyncIterable<Uint8Array>>
}

/** A photo or film to be read. A stranger's, an unknown one and one whose file is gone are NotFound alike. */
export async function openPhoto(viewer: Viewer, photoId: string): Promise<OpenPhoto> {
  const [row] = await asViewer(viewer, (tx) =>
    tx
      .select({ key: photo.storageKey, format: photo.format, size: photo.byteSize })
      .from(photo)
      .where(and(visiblePhotos(viewer), eq(photo.id, idFrom(photoId)))),
  )
  const { key, format, size } = found(row)
  const storage = photoStorage()
  return {
    format,
    size,
    whole: async (small) =>
      there((small && format === 'webp' && (await storage.get(smallOf(key)))) || (await storage.get(key))),
    part: async (from, to) => there(await storage.part(key, from, to)),
  }
}

function there<T>(kept: T | null): T {
  if (kept === null) throw new NotFound()
  return kept
}

/** The newest picture of an animal of another statement that its household may see; null where there is none. */
export const newestPhotoOf = (its: Pick<typeof animal, 'practiceId' | 'id'>) =>
  sql<string | null>`(select p.id from app.photo p where p.practice_id = ${its.practiceId}
    and p.animal_id = ${its.id} and p.format = 'webp' and p.removed_at is null and p.shown
    and (p.visit_id is null or exists (select 1 from app.note n where n.practice_id = p.practice_id
      and n.visit_id = p.visit_id and n.status = 'signed'))
    order by p.added_at desc, p.id limit 1)`

/** Whether this photo is one of that animal, for a record that rests on it. */
export async function isPhotoOf(tx: Tx, viewer: Viewer, photoId: string, animalId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: photo.id })
    .from(photo)
    .where(and(visiblePhotos(viewer), eq(photo.id, idFrom(photoId)), eq(photo.animalId, animalId)))
  return rows.length > 0
}
