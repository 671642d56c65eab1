import type { AddPhoto, PhotoPlace } from './operation'
import type { Queue, Queued } from './queue'

/** A photo that only this device has, and what is true of it. */
export type PhotoOnDevice = {
  key: string
  lane: string
  photo: AddPhoto
  is: 'onThisPhone' | 'sending' | 'signedOut' | 'refused'
  /** A key of the catalogue, where it is refused. */
  reason: string | null
}

/** Photos have a line of their own to be sent in: a film on its way holds up no word. */
export const isPhoto = ({ operation }: Queued): boolean => operation.kind === 'add_photo'

/** The photos of a device in the order they were taken; of one place, where one is given. */
export const photosOn = (queue: Queue, place?: PhotoPlace): PhotoOnDevice[] =>
  queue.items.flatMap(({ key, lane, operation, sending, trouble }) => {
    if (operation.kind !== 'add_photo' || (place && !belongs(operation, place))) return []
    const waits = queue.held ? 'signedOut' : sending ? 'sending' : 'onThisPhone'
    const reason = trouble?.state === 'refused' ? trouble.reason : null
    return [{ key, lane, photo: operation, is: trouble ? 'refused' : waits, reason }]
  })

const belongs = (photo: AddPhoto, { animalId, visitId, sessionId }: PhotoPlace) =>
  photo.animalId === animalId && photo.visitId === visitId && photo.sessionId === sessionId
