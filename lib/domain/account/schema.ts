import { z } from 'zod'
import { isZone } from '@/lib/domain/time/time'
import { requiredText } from '@/lib/domain/form/fields'
import { normalizeAddress } from './address'
import { readCardCode } from './card-code'
import { locales } from './locale'

/** An address that may sign in, in its one spelling. */
export const signInAddress = z
  .string('required')
  .min(1, 'required')
  .max(320, 'tooLong')
  .transform((text, context) => {
    const address = normalizeAddress(text)
    if (address === null) context.addIssue({ code: 'custom', message: 'notAnAddress' })
    return address ?? z.NEVER
  })

const next = z.string().max(500).optional()

export const signInSchema = z.object({ email: signInAddress, next })

export const signInCodeSchema = z.object({
  email: signInAddress,
  code: z
    .string('required')
    .transform((text) => text.normalize('NFKC').replace(/\D/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'sixDigits')),
  next,
})

export const signInCardSchema = z.object({
  code: z.string('required').transform((text, context) => {
    const code = readCardCode(text)
    if (code === null) context.addIssue({ code: 'custom', message: 'twelveCharacters' })
    return code ?? z.NEVER
  }),
})

export const setUpSchema = z.object({
  token: z.string('required').max(100),
  practice: requiredText,
  zone: z.string('required').refine(isZone, 'notAZone'),
  name: requiredText,
  email: signInAddress,
})

/** A button that needs nothing but its press. */
export const nothingSchema = z.object({})
export const signInIdSchema = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/) })
export const cardHolderSchema = z.object({ clientId: z.uuid('invalid'), contactId: z.uuid('invalid') })

/** What a person reads, weighs and measures in. */
export const localeSchema = z.object({
  locale: z.enum(locales, 'required'),
  units: z.enum(['metric', 'imperial'], 'required'),
})
export type LocaleChoice = z.output<typeof localeSchema>
