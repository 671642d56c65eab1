import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { requiredId, requiredLongText, requiredText } from '@/lib/domain/form/fields'

export const erasureStates = ['asked', 'withdrawn', 'refused', 'done'] as const
export type ErasureState = (typeof erasureStates)[number]

/** The owner says that they have read what goes: a tick that has to be there. */
export const askErasureSchema = z.object({ clientId: requiredId, read: z.literal('on', 'required') })
export const erasureIdSchema = z.object({ id: requiredId })
/** The household's name, typed by whoever confirms. */
export const confirmErasureSchema = z.object({ id: requiredId, name: requiredText })
export const refuseErasureSchema = z.object({ id: requiredId, reason: requiredLongText })

export type AskErasure = Pick<z.output<typeof askErasureSchema>, 'clientId'>
export type ConfirmErasure = z.output<typeof confirmErasureSchema>
export type RefuseErasure = z.output<typeof refuseErasureSchema>

/** What a household reads of its own request. */
export type OwnErasure = {
  household: string
  practice: { name: string; phone: string | null; email: string | null }
  /** The main person asks for everybody. */
  mayAsk: boolean
  mainPerson: string
  latest: { id: string; state: ErasureState; askedAt: Temporal.Instant; answer: string } | null
}

/** A request that waits or was carried out, as the practice reads it. */
export type ErasureAsked = {
  id: string
  state: ErasureState
  askedBy: string
  askedAt: Temporal.Instant
  visitsAhead: number
}

/** One line of the ledger: ids, a pseudonym and a moment. It is enough to erase the same again. */
export const ledgerLineSchema = z.object({
  ...{ practiceId: z.uuid(), id: z.uuid(), clientId: z.uuid(), pseudonym: z.string(), at: z.iso.datetime() },
})
export type LedgerLine = z.output<typeof ledgerLineSchema>
