import { z } from 'zod'
import {
  integerBetween,
  optionalDay,
  optionalId,
  requiredId,
  requiredLongText,
  requiredOptionOf,
  requiredText,
  shortText,
} from '@/lib/domain/form/fields'
import { healthSignKeys } from '@/lib/domain/observation/vocabulary'
import { safetyItemKeys } from './items'

/** One look at an item of the list; which further fields it needs is asked of the item (`refusedFields`). */
export const safetyItemSchema = z.object({
  animalId: requiredId,
  item: requiredOptionOf(safetyItemKeys),
  /** Today where left out. */
  passedOn: optionalDay,
  validUntil: optionalDay,
  site: shortText,
  /** A word or two; for the temperature the degrees Celsius. */
  evidence: shortText,
  /** Whoever writes it down where left out. */
  seenBy: shortText,
  photoId: optionalId,
})
export type SafetyItemForm = z.output<typeof safetyItemSchema>

export const withdrawSafetySchema = z.object({ recordId: requiredId, reason: requiredText })
export type WithdrawSafety = z.output<typeof withdrawSafetySchema>

export const openVetFlagSchema = z.object({
  animalId: requiredId,
  sign: requiredOptionOf(healthSignKeys),
  /** What was seen, and where. */
  note: requiredText,
})
export type OpenVetFlag = z.output<typeof openVetFlagSchema>

export const closeVetFlagSchema = z.object({
  flagId: requiredId,
  note: requiredLongText,
  /** In how many sessions the sign had been seen when the form was opened. */
  seenTimes: integerBetween(0, 1_000_000),
})
export type CloseVetFlag = z.output<typeof closeVetFlagSchema>
