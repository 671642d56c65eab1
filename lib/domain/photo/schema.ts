import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { optionalId, requiredId, tick } from '@/lib/domain/form/fields'

/** What is said beside the bytes of a photo: whose it is, where it belongs, who sees it. */
export const newPhotoSchema = z.object({
  id: optionalId,
  animalId: requiredId,
  visitId: optionalId,
  sessionId: optionalId,
  /** In milliseconds since 1970 by the clock of the device, which may have kept it for long. */
  takenAt: z.coerce
    .number()
    .int()
    .min(0)
    .max(8.64e15)
    .transform((ms) => Temporal.Instant.fromEpochMilliseconds(ms))
    .optional(),
  /** Whose device it waited on: it is taken from nobody else. */
  practiceId: optionalId,
  userId: optionalId,
  /** A form that asks sends it where it is ticked; one that does not ask, as evidence, shows. */
  asked: tick,
  shown: tick,
})

export const showPhotoSchema = z.object({ photoId: requiredId, shown: tick })
export type ShowPhoto = z.output<typeof showPhotoSchema>

export const removePhotoSchema = z.object({ photoId: requiredId })
export type RemovePhoto = z.output<typeof removePhotoSchema>
