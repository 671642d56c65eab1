import { createHash } from 'node:crypto'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, consent, photo } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { allowsPhotos } from '@/lib/domain/client/consents'
import { done, NotFound, refused, type Refusal, type Result } from '@/lib/domain/result/result'
import { newPhotoKey } from '@/lib/storage/folder'
import { pictureFrom } from '@/lib/storage/picture'
import { photoStorage } from '@/lib/storage/storage'
import { asViewer, audit, found, idFrom } from './as-viewer'

/** Photos of the animals this viewer may see: the practice and the household; a share link sees none. */
const visiblePhotos = (viewer: Viewer) =>
  and(
    eq(photo.practiceId, viewer.practiceId),
    viewer.kind === 'share' ? sql`false` : undefined,
    viewer.kind === 'guardian' ? inArray(photo.animalId, [...viewer.animalIds]) : undefined,
  )

export type NewPhoto = { animalId: string; bytes: Uint8Array }

/**
 * Keeps a photo of an animal, taken as evidence: JPEG, PNG or WebP of at most 12 MB, re-encoded without any
 * metadata. Refuses who does not train, a household that did not agree to photos, and every file that is not
 * one whole picture, each with its sentence.
 */
export async function addPhoto(
  viewer: Viewer,
  { animalId: given, bytes }: NewPhoto,
  now: Temporal.Instant,
): Promise<Result<{ photoId: string; width: number; height: number }>> {
  const animalId = idFrom(given)
  const refusal = await asViewer(viewer, (tx) => refusedPhoto(tx, viewer, animalId))
  if (refusal || !canTrain(viewer)) return refusal ?? refused('errors.notAllowed')
  const picture = await pictureFrom(bytes)
  if (typeof picture === 'string') return refused(`safety.photo.${picture}`)
  const storage = photoStorage()
  const storageKey = newPhotoKey(viewer.practiceId)
  await storage.put(storageKey, picture.bytes)
  const { width, height } = picture
  try {
    return await asViewer(viewer, async (tx) => {
      const [row] = await tx
        .insert(photo)
        .values({
          ...{ practiceId: viewer.practiceId, animalId, storageKey, width, height },
          sha256: createHash('sha256').update(picture.bytes).digest('hex'),
          byteSize: picture.bytes.length,
          addedBy: viewer.memberId,
          addedAt: now,
        })
        .returning({ id: photo.id })
      const photoId = found(row).id
      await audit(tx, viewer, 'addPhoto', 'photo', photoId, { animalId })
      return done({ photoId, width, height })
    })
  } catch (error) {
    await storage.remove(storageKey)
    throw error
  }
}

/** The bytes of a photo, WebP. A stranger's, an unknown one and one whose file is gone are NotFound alike. */
export async function photoBytes(viewer: Viewer, photoId: string): Promise<Buffer> {
  const id = idFrom(photoId)
  const [row] = await asViewer(viewer, (tx) =>
    tx
      .select({ storageKey: photo.storageKey })
      .from(photo)
      .where(and(visiblePhotos(viewer), eq(photo.id, id))),
  )
  const bytes = await photoStorage().get(found(row).storageKey)
  if (!bytes) throw new NotFound()
  return bytes
}

/** The newest photo of an animal of another statement; null where none was taken. */
export const newestPhotoOf = (its: Pick<typeof animal, 'practiceId' | 'id'>) =>
  sql<string | null>`(select p.id from app.photo p where p.practice_id = ${its.practiceId}
    and p.animal_id = ${its.id} order by p.added_at desc, p.id limit 1)`

/** Whether this photo is one of that animal, for a record that rests on it. */
export async function isPhotoOf(tx: Tx, viewer: Viewer, photoId: string, animalId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: photo.id })
    .from(photo)
    .where(and(visiblePhotos(viewer), eq(photo.id, idFrom(photoId)), eq(photo.animalId, animalId)))
  return rows.length > 0
}

/** Why this viewer may not photograph this animal; null where they may. Not a member's animal is NotFound. */
async function refusedPhoto(tx: Tx, viewer: Viewer, animalId: string): Promise<Refusal | null> {
  const mine = and(
    eq(animal.practiceId, viewer.practiceId),
    viewer.kind === 'member' ? undefined : sql`false`,
  )
  const rows = await tx
    .select({ kind: consent.kind, given: consent.given, givenOn: consent.givenOn })
    .from(animal)
    .leftJoin(consent, and(eq(consent.practiceId, animal.practiceId), eq(consent.clientId, animal.clientId)))
    .where(and(mine, eq(animal.id, animalId)))
    .orderBy(asc(consent.createdAt), asc(consent.id))
  found(rows[0])
  if (!canTrain(viewer)) return refused('errors.notAllowed')
  const said = rows.flatMap(({ kind, given, givenOn }) =>
    kind !== null && given !== null && givenOn !== null ? [{ kind, given, givenOn: givenOn.toString() }] : [],
  )
  return allowsPhotos(said) ? null : refused('safety.photo.notAgreed')
}
