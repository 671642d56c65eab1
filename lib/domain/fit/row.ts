import type { Temporal } from 'temporal-polyfill'
import type { FitCheck, HarnessStyle } from './fit'

/** One fit check as the table over time shows it. Grams and millimetres. */
export type FitRow = FitCheck & {
  id: string
  on: Temporal.PlainDate
  weightGrams: number | null
  girthMm: number | null
  neckMm: number | null
  brand: string
  size: string
  style: HarnessStyle
  remark: string
  photoId: string | null
  seenBy: string
  /** The member who wrote it down. */
  by: string
  /** Its record on the safety list, by which it is taken back. */
  recordId: string
  withdrawn: boolean
}
