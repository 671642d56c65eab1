import { z } from 'zod'
import * as fields from '@/lib/domain/form/fields'

const animals = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.uuid('invalid')).max(30, 'tooLong'),
)

/** "2026-05-15T11:45": one of the free times that were offered, taken instead of day and time. */
const offer = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'invalid')
    .optional(),
)

export const bookVisitSchema = z.object({
  clientId: fields.requiredId,
  animalIds: animals,
  serviceId: fields.requiredId,
  consultantId: fields.requiredId,
  day: fields.requiredDay,
  time: fields.requiredTime,
  message: fields.longText,
  offer,
})
export type BookVisit = z.output<typeof bookVisitSchema>

export const moveVisitSchema = z.object({
  id: fields.requiredId,
  version: fields.version,
  day: fields.requiredDay,
  time: fields.requiredTime,
  offer,
})
export type MoveVisit = z.output<typeof moveVisitSchema>

export const reassignVisitSchema = z.object({
  id: fields.requiredId,
  version: fields.version,
  consultantId: fields.requiredId,
})
export type ReassignVisit = z.output<typeof reassignVisitSchema>

export const cancelVisitSchema = z.object({
  id: fields.requiredId,
  version: fields.version,
  reason: fields.requiredText,
})
export type CancelVisit = z.output<typeof cancelVisitSchema>

/** One press on a visit: arrived, left, nobody there. */
export const pressVisitSchema = z.object({ id: fields.requiredId, version: fields.version })
export type PressVisit = z.output<typeof pressVisitSchema>

/** Day and time that were asked for: the offer that was tapped, else the two fields. */
export function askedFor({ day, time, offer }: { day: string; time: string; offer?: string | undefined }) {
  const [offeredDay = day, offeredTime = time] = offer?.split('T') ?? []
  return { day: offeredDay, time: offeredTime }
}
