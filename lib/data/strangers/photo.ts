import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import { addPhoto, photoBytes } from '../photo'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const picture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#884' } })
    .png()
    .toBuffer()

export const photo: Record<string, StrangerCase> = {
  addPhoto: async (stranger, { household: { animalId } }) =>
    addPhoto(stranger, { animalId, bytes: await picture() }, now),
  photoBytes: async (stranger, { world, household: { animalId } }) => {
    const kept = await addPhoto(world.consultant, { animalId, bytes: await picture() }, now)
    if (!kept.ok) throw new Error(kept.reason)
    return photoBytes(stranger, kept.value.photoId)
  },
}
