import { z } from 'zod'
import * as fields from '@/lib/domain/form/fields'

export const servicePlaces = ['home', 'remote'] as const
export type ServicePlace = (typeof servicePlaces)[number]

/** Between 5 minutes and 12 hours, as the database has it. */
export const serviceSchema = z.object({
  name: fields.requiredText,
  minutes: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number('required').int('notANumber').min(5, 'outOfRange').max(720, 'outOfRange'),
  ),
  place: fields.requiredOptionOf(servicePlaces),
})
export type ServiceFields = z.output<typeof serviceSchema>

export const editServiceSchema = serviceSchema.extend({ id: fields.requiredId, version: fields.version })
export type EditService = z.output<typeof editServiceSchema>

export const serviceIdSchema = z.object({ id: fields.requiredId })
