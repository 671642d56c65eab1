import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import {
  integerBetween,
  longText,
  optionalDay,
  optionalId,
  requiredId,
  tick,
  version,
} from '@/lib/domain/form/fields'

/** One message, with at most one photo that was sent before it. */
export const writeSchema = z
  .object({
    clientId: requiredId,
    /** What its form was opened under; the same words again under it are the same message. */
    key: z.string('invalid').max(80, 'invalid'),
    words: longText,
    photoId: optionalId,
  })
  .refine(({ words, photoId }) => words !== '' || photoId !== undefined, {
    message: 'required',
    path: ['words'],
  })
export type NewMessage = z.output<typeof writeSchema>

export const messageSchema = z.object({ messageId: requiredId })
export type OneMessage = z.output<typeof messageSchema>

export const agendaSchema = z.object({ messageId: requiredId, done: tick })
export type AgendaTick = z.output<typeof agendaSchema>

/** Messages a month that a practice may give: ours. */
export const mostMonthly = 500

export const threadRuleSchema = z.object({
  awayNote: longText,
  awayUntil: optionalDay.transform((day) => (day === undefined ? null : Temporal.PlainDate.from(day))),
  monthly: integerBetween(1, mostMonthly),
  /** 0 where nothing was said yet. */
  version: version.or(z.literal('0').transform(() => 0)),
})
export type ThreadRuleChange = z.output<typeof threadRuleSchema>

/** A place in a thread as an address bar says it; anything else is none. */
export const seqFrom = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
