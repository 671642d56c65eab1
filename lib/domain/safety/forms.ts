import { z } from 'zod'
import {
  optionalDay,
  requiredId,
  requiredLongText,
  requiredOptionOf,
  shortText,
} from '@/lib/domain/form/fields'
import { safetyItemKeys } from './items'

/** One tick on the safety list; which further fields it needs is asked of the item when it is recorded. */
export const safetyItemSchema = z.object({
  animalId: requiredId,
  item: requiredOptionOf(safetyItemKeys),
  /** Today where left out. */
  passedOn: optionalDay,
  validUntil: optionalDay,
  site: shortText,
  evidence: shortText,
})
export type SafetyItemForm = z.output<typeof safetyItemSchema>

export const withdrawSafetySchema = z.object({ recordId: requiredId })
export type WithdrawSafety = z.output<typeof withdrawSafetySchema>

export const closeVetFlagSchema = z.object({ flagId: requiredId, note: requiredLongText })
export type CloseVetFlag = z.output<typeof closeVetFlagSchema>
