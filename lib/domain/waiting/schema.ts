import { z } from 'zod'
import * as fields from '@/lib/domain/form/fields'
import { weekdayKeys } from '@/lib/domain/series/schema'
import { animals } from '@/lib/domain/visit/schema'

/** Waiting until a visit came of it, or the household left the list. */
export const waitingStates = ['waiting', 'booked', 'left'] as const

/** Next until its turn comes; skipped where it had no use any more when it came. */
export const offerStates = [
  'next',
  'open',
  'accepted',
  'declined',
  'expired',
  'skipped',
  'withdrawn',
] as const
export type OfferState = (typeof offerStates)[number]

/** How long a household may think, minutes. Ours. */
export const answerTimes = ['60', '120', '240', '1440'] as const

/** By which order a time is offered to one after another. */
export const offerOrders = ['since', 'driving'] as const
export type OfferOrder = (typeof offerOrders)[number]

const optionalTime = z.preprocess(
  (value) => (value === '' ? undefined : value),
  fields.requiredTime.optional(),
)

export const waitSchema = z
  .object({
    /** Said by those who work here; a household waits for itself. */
    clientId: fields.optionalId,
    serviceId: fields.requiredId,
    animalIds: animals,
    weekdays: fields.listOf(weekdayKeys),
    fromTime: optionalTime,
    untilTime: optionalTime,
    untilDay: fields.requiredDay,
    words: z.string().trim().max(400, 'tooLong').default(''),
  })
  .refine(({ fromTime, untilTime }) => !fromTime || !untilTime || fromTime < untilTime, {
    path: ['untilTime'],
    message: 'waiting.notAfter',
  })
export type Wait = z.output<typeof waitSchema>

export const waitingIdSchema = z.object({ id: fields.requiredId })
export type WaitingId = z.output<typeof waitingIdSchema>

const ids = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.uuid('invalid')).max(30, 'tooLong'),
)

/** Offers the time a visit left: to `only` one household, or to those ticked, one after another. */
export const offerTimeSchema = z.object({
  visitId: fields.requiredId,
  minutes: z.enum(answerTimes, 'required').transform(Number),
  order: z.enum(offerOrders).default('since'),
  waitingIds: ids,
  only: fields.optionalId,
})
export type OfferTime = z.output<typeof offerTimeSchema>

export const withdrawOffersSchema = z.object({ visitId: fields.requiredId })
export type WithdrawOffers = z.output<typeof withdrawOffersSchema>
