import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import { addPhoto, openPhoto } from '../photo'
import { removePhoto, sessionPhotos, showPhoto, shownPhotos, visitPhotos } from '../visit-photos'
import type { StrangerCase, Target } from './cases'
import { recorded } from './session'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const picture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#884' } })
    .png()
    .toBuffer()

/** A photo of the visit, which its household does not see before the note is signed. */
async function kept({ world, household: { animalId }, visitId }: Target): Promise<string> {
  const added = await addPhoto(world.consultant, { animalId, visitId, bytes: await picture() }, now)
  if (!added.ok) throw new Error(added.reason)
  return added.value.photoId
}

export const photo: Record<string, StrangerCase> = {
  addPhoto: async (stranger, { household: { animalId }, visitId }) =>
    addPhoto(stranger, { animalId, visitId, bytes: await picture() }, now),
  openPhoto: async (stranger, target) => openPhoto(stranger, await kept(target)),
  visitPhotos: async (stranger, target) => {
    await kept(target)
    return visitPhotos(stranger, target.visitId)
  },
  sessionPhotos: async (stranger, target) => sessionPhotos(stranger, await recorded(target)),
  shownPhotos: async (stranger, target) => {
    await kept(target)
    return shownPhotos(stranger, target.visitId)
  },
  showPhoto: async (stranger, target) => showPhoto(stranger, { photoId: await kept(target), shown: false }),
  removePhoto: async (stranger, target) => removePhoto(stranger, { photoId: await kept(target) }, now),
}
