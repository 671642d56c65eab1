import { z } from 'zod'
import { integerBetween, requiredId, requiredOptionOf } from '@/lib/domain/form/fields'
import { ownerLogSchema } from '@/lib/domain/log/schema'
import { audiences } from './audience'
import { mostDays } from './link'

const short = z.string().trim().max(80, 'tooLong').default('')

/** Four to eight digits, asked before a link opens; '' asks for none. */
const pin = z
  .string()
  .trim()
  .regex(/^(\d{4,8})?$/, 'notAPin')
  .default('')

/** A new link: of which animal, for whom, for how many days, and whom a sitter calls. */
export const shareLinkSchema = z
  .object({
    animalId: requiredId,
    audience: requiredOptionOf(audiences),
    label: short,
    days: integerBetween(1, mostDays),
    pin,
    callName: short,
    callPhone: short,
  })
  .refine(({ audience, callPhone }) => audience !== 'sitter' || callPhone !== '', {
    path: ['callPhone'],
    message: 'required',
  })
export type NewShareLink = z.output<typeof shareLinkSchema>

export const revokeLinkSchema = z.object({ linkId: requiredId })
export type RevokeLink = z.output<typeof revokeLinkSchema>

const token = z.string('required').trim().max(100, 'tooLong')

/** The PIN of a link, as somebody types it who holds its address. */
export const linkPinSchema = z.object({
  token,
  pin: z.string('required').trim().min(1, 'required').max(20, 'notAPin'),
})

/** A session written down through a link, under a name. */
export const linkLogSchema = z.intersection(
  ownerLogSchema,
  z.object({ token, by: z.string('required').trim().min(1, 'required').max(60, 'tooLong') }),
)
export type LinkLog = z.output<typeof linkLogSchema>
