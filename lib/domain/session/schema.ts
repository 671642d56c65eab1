import { z } from 'zod'
import { optionalDay, optionalId, requiredId, requiredLongText } from '@/lib/domain/form/fields'
import { trainingSessionSchema } from '@/lib/domain/observation/schema'

const optionalTime = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'notATime')
    .optional(),
)

/**
 * A session on its way into the record: what was seen, of whom, and at which visit. When it was is either
 * `startedAt` (wall time or instant), or a day and a wall time as two fields; neither means now.
 */
export const recordedSessionSchema = z.intersection(
  trainingSessionSchema,
  z.object({ animalId: requiredId, visitId: optionalId, day: optionalDay, time: optionalTime }),
)
export type RecordedSession = z.output<typeof recordedSessionSchema>

export const voidSessionSchema = z.object({ sessionId: requiredId, reason: requiredLongText })
export type VoidSession = z.output<typeof voidSessionSchema>
