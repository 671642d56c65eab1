import type { AddPhoto } from '@/lib/domain/sync/operation'
import type { Owner } from '@/lib/domain/sync/queue'
import { readQueue } from './device-queue'
import { namesFrom, personOf, readBytes, remove, writeBytes } from './vault'

// The bytes of photos and films, beside the queue that names them: encrypted piece by piece, so that a film is never
// whole in memory.

/** Bytes of one piece. Ours. */
const piece = 4 * 1024 * 1024
const all = 'photo '
const small = (id: string) => `${all}${id} small`
const part = (id: string, at: number) => `${all}${id} part ${at}`
const lock = (owner: Owner) => `doorstep photos ${personOf(owner)}`

/** While photos are written down, nobody takes their bytes for forgotten ones or believes that all is saved. */
export const whileWriting = <Done>(owner: Owner, work: () => Promise<Done>): Promise<Done> =>
  navigator.locks.request(lock(owner), { mode: 'shared' }, work)

/** Waits for every photo that is just being written down. */
export const photosWrittenDown = (owner: Owner): Promise<void> =>
  navigator.locks.request(lock(owner), () => undefined)

/** Keeps the bytes and the small copy; where there is no room for all of it, nothing stays and it throws. */
export async function keepBytes(owner: Owner, id: string, whole: Blob, copy: Blob | null): Promise<void> {
  try {
    for (let at = 0; at * piece < whole.size; at++)
      await writeBytes(owner, part(id, at), await whole.slice(at * piece, (at + 1) * piece).arrayBuffer())
    if (copy) await writeBytes(owner, small(id), await copy.arrayBuffer())
  } catch (error) {
    await forget(owner, (named) => named === id)
    throw error
  }
}

/** The photo as it travels; null where this device does not have all of it any more. */
export async function wholeOf(owner: Owner, { photoId, size, type }: AddPhoto): Promise<Blob | null> {
  const pieces: Blob[] = []
  for (let at = 0; at * piece < size; at++) {
    const bytes = await readBytes(owner, part(photoId, at))
    if (!bytes) return null
    pieces.push(new Blob([bytes]))
  }
  return new Blob(pieces, { type })
}

/** A small picture of it to look at; null where the browser could make none. */
export async function smallOf(owner: Owner, photoId: string): Promise<Blob | null> {
  const bytes = await readBytes(owner, small(photoId))
  return bytes && new Blob([bytes], { type: 'image/jpeg' })
}

/** Takes away the bytes that the queue does not name any more: sent, let go, or left by an app that was killed. */
export async function forgetUnnamed(owner: Owner): Promise<void> {
  await navigator.locks.request(lock(owner), { ifAvailable: true }, async (free) => {
    if (!free) return
    const { items } = await readQueue(owner)
    const named = new Set(items.map(({ operation }) => operation.kind === 'add_photo' && operation.photoId))
    await forget(owner, (id) => !named.has(id))
  })
}

async function forget(owner: Owner, which: (id: string) => boolean): Promise<void> {
  for (const name of await namesFrom(owner, all))
    if (which(name.split(' ')[1] ?? '')) await remove(owner, name)
}
