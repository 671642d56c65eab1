import { keepOnDevice } from '@/components/offline/device-queue'
import { keepBytes, whileWriting } from '@/components/offline/kept-photo'
import {
  filmGrace,
  filmTypes,
  isHeic,
  mostFilmBytes,
  mostFilmSeconds,
  mostPictureBytes,
} from '@/lib/domain/photo/photo'
import type { PhotoPlace } from '@/lib/domain/sync/operation'
import type { Owner } from '@/lib/domain/sync/queue'
import { lookAtFilm } from './film-look'
import { photoWithCopy } from './smaller-photo'

type Made = { whole: Blob; copy: Blob | null }

/**
 * Writes a photo or film down on this device, to be sent: the picture as it travels, a film as it is. What is
 * certain to be refused is refused here, where it can be taken anew: a key of `photo.refusal` says why, null is kept.
 * Throws where this browser keeps nothing.
 */
export const keepPhoto = (owner: Owner, file: File, place: PhotoPlace, shown: boolean) =>
  whileWriting<string | null>(owner, async () => {
    const made = await (isFilm(file) ? madeOfFilm(file) : madeOfPicture(file))
    if (typeof made === 'string') return made
    const photoId = crypto.randomUUID()
    const { whole, copy } = made
    try {
      await keepBytes(owner, photoId, whole, copy)
    } catch (error) {
      if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'noRoom'
      throw error
    }
    const { name } = file
    const { type, size } = whole
    await keepOnDevice(owner, { kind: 'add_photo', photoId, ...place, shown, name, type, size })
    await navigator.storage.persist?.()
    return null
  })

async function madeOfPicture(file: File): Promise<Made | string> {
  if (file.size === 0) return 'empty'
  const made = await photoWithCopy(file)
  if (made) return made
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer())
  if (isHeic(head)) return 'heic'
  return file.size > mostPictureBytes ? 'tooBig' : { whole: file, copy: null }
}

async function madeOfFilm(file: File): Promise<Made | string> {
  if (file.size > mostFilmBytes) return 'filmTooBig'
  const { seconds, copy } = await lookAtFilm(file)
  return seconds !== null && seconds > mostFilmSeconds + filmGrace ? 'filmTooLong' : { whole: file, copy }
}

/** What the device says of a file; the server looks for itself. */
const isFilm = (file: File) => filmTypes.split(',').includes(file.type)
