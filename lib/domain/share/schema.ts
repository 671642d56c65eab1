import { z } from 'zod'
import { integerBetween, requiredId } from '@/lib/domain/form/fields'
import { mostDays } from './link'

/** A new link: for which animal, for whom, for how many days. */
export const shareLinkSchema = z.object({
  animalId: requiredId,
  label: z.string().trim().max(80, 'tooLong').default(''),
  days: integerBetween(1, mostDays),
})
export type NewShareLink = z.output<typeof shareLinkSchema>

export const revokeLinkSchema = z.object({ linkId: requiredId })
export type RevokeLink = z.output<typeof revokeLinkSchema>
