import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { client, threadPhoto } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { mostPictureBytes } from '@/lib/domain/photo/photo'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { checked } from '@/lib/storage/checked'
import { newPhotoKey, smallOf } from '@/lib/storage/key'
import { isFilm, kindOf } from '@/lib/storage/picture-kind'
import { putAway } from '@/lib/storage/put-away'
import { sourceOf, type Source } from '@/lib/storage/source'
import { photoStorage } from '@/lib/storage/storage'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { visibleThreads, writtenBy } from './thread'

/**
 * Keeps a picture that is to go into the thread of a household: JPEG, PNG or WebP of at most 12 MB, written anew
 * without any metadata. Whoever writes there sends it, so nobody is asked for consent. Refuses what is no whole
 * picture, with its sentence; NotFound for strangers.
 */
export async function addThreadPhoto(
  viewer: Viewer,
  given: { clientId: string; bytes: Uint8Array | Source },
  now: Temporal.Instant,
): Promise<Result<{ photoId: string }>> {
  if (viewer.kind !== 'guardian' && viewer.kind !== 'member') throw new NotFound()
  const clientId = await asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ id: client.id })
      .from(client)
      .where(and(visibleThreads(viewer), eq(client.id, idFrom(given.clientId))))
    return found(row).id
  })
  const source = given.bytes instanceof Uint8Array ? sourceOf(given.bytes) : given.bytes
  if (isFilm(kindOf(await source.read(0, 16)))) return refused('thread.noFilm')
  if (source.size > mostPictureBytes) return refused('photo.refusal.tooBig')
  const made = await checked(source)
  if (typeof made === 'string') return refused(`photo.refusal.${made}`)
  const { practiceId } = viewer
  const [id, storageKey] = [randomUUID(), newPhotoKey(practiceId, made.format)]
  const forget = await putAway(storageKey, made)
  try {
    return await asViewer(viewer, async (tx) => {
      await tx.insert(threadPhoto).values({
        ...{ practiceId, id, clientId, ...writtenBy(viewer), storageKey, addedAt: now },
        ...{ width: made.width, height: made.height, byteSize: made.content.size },
      })
      await audit(tx, viewer, 'addPhoto', 'thread', id, { clientId })
      return done({ photoId: id })
    })
  } catch (error) {
    await forget()
    throw error
  }
}

/** A picture of a thread, whole or its small copy. A stranger's, an unknown one and one whose file is gone are NotFound. */
export async function openThreadPhoto(viewer: Viewer, photoId: string, size?: 'small'): Promise<Buffer> {
  const [row] = await asViewer(viewer, (tx) =>
    tx
      .select({ key: threadPhoto.storageKey })
      .from(threadPhoto)
      .innerJoin(
        client,
        and(eq(client.practiceId, threadPhoto.practiceId), eq(client.id, threadPhoto.clientId)),
      )
      .where(and(visibleThreads(viewer), eq(threadPhoto.id, idFrom(photoId)))),
  )
  const { key } = found(row)
  const storage = photoStorage()
  const kept = (size && (await storage.get(smallOf(key)))) || (await storage.get(key))
  if (kept === null) throw new NotFound()
  return kept
}
