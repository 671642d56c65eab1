import { z } from 'zod'
import { requiredDay, requiredId, shortText } from '@/lib/domain/form/fields'

/** The time on the wall of the home may be left open. */
export const vetVisitSchema = z.object({
  animalId: requiredId,
  day: requiredDay,
  at: z
    .string()
    .trim()
    .default('')
    .refine((time) => time === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(time), 'notATime'),
  words: shortText,
})
export type NewVetVisit = z.output<typeof vetVisitSchema>
