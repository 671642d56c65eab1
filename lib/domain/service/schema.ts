import { z } from 'zod'
import * as fields from '@/lib/domain/form/fields'
import { serviceMarks } from './marks'
import { currencies } from './money'

export const servicePlaces = ['home', 'remote'] as const
export type ServicePlace = (typeof servicePlaces)[number]

const minutesOr = (fallback: number, most: number) =>
  fields.integerBetween(0, most).transform((minutes) => minutes ?? fallback)

/** Minutes, hours and days as the database has them; the price as it was typed, read in the practice's currency. */
export const serviceSchema = z.object({
  name: fields.requiredText,
  minutes: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number('required').int('notANumber').min(5, 'outOfRange').max(720, 'outOfRange'),
  ),
  place: fields.requiredOptionOf(servicePlaces),
  setupMinutes: minutesOr(0, 120),
  wrapupMinutes: minutesOr(0, 120),
  maxTravelMinutes: fields.integerBetween(0, 180).transform((minutes) => minutes ?? null),
  noticeHours: minutesOr(0, 1440),
  horizonDays: fields.integerBetween(1, 730).transform((days) => days ?? 90),
  price: z
    .string()
    .trim()
    .regex(/^$|^\d{1,9}([.,]\d{1,3})?$/, 'notAPrice')
    .default(''),
  priceShown: fields.tick,
  preparation: fields.longText,
  mark: fields.requiredOptionOf(serviceMarks).default('circle'),
  ownerMayBook: fields.tick,
})
export type ServiceFields = z.output<typeof serviceSchema>

export const editServiceSchema = serviceSchema.extend({ id: fields.requiredId, version: fields.version })
export type EditService = z.output<typeof editServiceSchema>

export const serviceIdSchema = z.object({ id: fields.requiredId })

export const currencySchema = z.object({ currency: fields.requiredOptionOf(currencies) })
