import { z } from 'zod'
import * as fields from '@/lib/domain/form/fields'

/** The animals that were ticked; a form sends one as a plain value. */
export const animals = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.uuid('invalid')).max(30, 'tooLong'),
)

/** "2026-05-15T11:45", with "/" and a consultant's id where several were asked: a free time that was offered, taken
 *  instead of day and time. */
export const offer = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(\/[0-9a-f-]{36})?$/, 'invalid')
    .optional(),
)

/** What whoever books answers where something speaks against the time. */
export const answers = {
  anyway: z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    z.string().trim().max(200, 'tooLong').optional(),
  ),
  overlap: fields.tick.optional(),
}

/** Nobody in particular: whoever has the least driving. */
export const anybody = 'any'

const booking = z.object({
  clientId: fields.requiredId,
  animalIds: animals,
  serviceId: fields.requiredId,
  consultantId: z.union([z.literal(anybody), fields.requiredId]),
  day: fields.requiredDay,
  time: fields.requiredTime,
  message: fields.longText,
  offer,
  /** Only asks which times fit: the way to see them without script. */
  show: fields.tick.optional(),
  ...answers,
})

/** Whoever only asks which times fit has not chosen one yet. */
export const bookVisitSchema = z.preprocess((sent) => {
  const form = sent as Record<string, unknown>
  return form.show && !form.time ? { ...form, time: '00:00' } : sent
}, booking)
export type BookVisit = z.output<typeof bookVisitSchema>

export const moveVisitSchema = z.object({
  id: fields.requiredId,
  version: fields.version,
  day: fields.requiredDay,
  time: fields.requiredTime,
  offer,
  ...answers,
})
export type MoveVisit = z.output<typeof moveVisitSchema>

export const reassignVisitSchema = z.object({
  id: fields.requiredId,
  version: fields.version,
  consultantId: fields.requiredId,
  ...answers,
})
export type ReassignVisit = z.output<typeof reassignVisitSchema>

export const cancelVisitSchema = z.object({
  id: fields.requiredId,
  version: fields.version,
  reason: fields.requiredText,
})
export type CancelVisit = z.output<typeof cancelVisitSchema>

/** A time kept free for a household, minutes from now: up to two days. */
export const holdTimeSchema = z.object({
  clientId: fields.requiredId,
  animalIds: animals,
  serviceId: fields.requiredId,
  consultantId: fields.requiredId,
  day: fields.requiredDay,
  time: fields.requiredTime,
  minutes: z.coerce.number().int().min(1).max(2880),
})
export type HoldTime = z.output<typeof holdTimeSchema>

/** A visit that was called off, taken up again at its time. */
export const restoreVisitSchema = z.object({ id: fields.requiredId, version: fields.version, ...answers })
export type RestoreVisit = z.output<typeof restoreVisitSchema>

/** One press on a visit: arrived, left, nobody there. */
export const pressVisitSchema = z.object({ id: fields.requiredId, version: fields.version })
export type PressVisit = z.output<typeof pressVisitSchema>

/** The change that is taken back. */
export const undoVisitSchema = z.object({ id: fields.requiredId })
export type UndoVisit = z.output<typeof undoVisitSchema>

/** What was asked for: the offer that was tapped, else the two fields. `who`: the consultant the offer was of. */
export function askedFor({ day, time, offer }: { day: string; time: string; offer?: string | undefined }) {
  const [when = '', who] = offer?.split('/') ?? []
  const [offeredDay = day, offeredTime = time] = offer ? when.split('T') : []
  return { day: offeredDay, time: offeredTime, who }
}
