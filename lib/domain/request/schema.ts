import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import * as fields from '@/lib/domain/form/fields'
import { animals, answers, offer } from '@/lib/domain/visit/schema'

/** Open until somebody of the practice approves or declines it, or its household takes it back. */
export const requestStates = ['open', 'approved', 'declined', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]

/** How many times a household may name, and how many requests may wait for an answer at once. Ours. */
export const mostChoices = 3
export const mostOpen = 3

/** Times as they were offered, "2026-05-15T11:45/<consultant>"; a form sends one as a plain value. */
const isTime = (value: string) => {
  try {
    return Boolean(Temporal.PlainDateTime.from(value.split('/')[0] ?? ''))
  } catch {
    return false
  }
}

const times = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z
    .array(
      z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\/[0-9a-f-]{36}$/, 'invalid')
        .refine(isTime, 'invalid'),
    )
    .max(20, 'tooMany'),
)

export const askVisitSchema = z.object({
  serviceId: fields.requiredId,
  animalIds: animals,
  times,
  words: z.string().trim().max(1000, 'tooLong').default(''),
})
export type AskVisit = z.output<typeof askVisitSchema>

export const requestIdSchema = z.object({ id: fields.requiredId, version: fields.version })
export type RequestId = z.output<typeof requestIdSchema>

/** Approved at a time that was asked for or offered instead, or at another one that is written out. */
export const approveRequestSchema = requestIdSchema.extend({
  offer,
  consultantId: fields.optionalId,
  day: fields.optionalDay,
  time: z.preprocess((value) => (value === '' ? undefined : value), fields.requiredTime.optional()),
  ...answers,
})
export type ApproveRequest = z.output<typeof approveRequestSchema>

export const declineRequestSchema = requestIdSchema.extend({ answer: fields.requiredLongText })
export type DeclineRequest = z.output<typeof declineRequestSchema>

/** A request whose times are gone, for one of those that were found instead. */
export const chooseInsteadSchema = requestIdSchema.extend({
  offer: z.string('required').refine(isTime, 'invalid'),
})
export type ChooseInstead = z.output<typeof chooseInsteadSchema>

/** A visit of one's own household, moved to a time that was offered. */
export const moveOwnVisitSchema = requestIdSchema.extend({
  offer: offer.refine((value) => !value || isTime(value), 'invalid'),
})
export type MoveOwnVisit = z.output<typeof moveOwnVisitSchema>

export const cancelOwnVisitSchema = requestIdSchema.extend({
  reason: z.string().trim().max(200, 'tooLong').default(''),
})
export type CancelOwnVisit = z.output<typeof cancelOwnVisitSchema>
