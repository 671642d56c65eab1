import type { Temporal } from 'temporal-polyfill'
import type { NewsKind } from './kinds'

/** The latest word on one thing, as the list shows it. */
export type NewsItem = {
  id: string
  kind: NewsKind
  isNew: boolean
  dueAt: Temporal.Instant
  visitId: string | null
  animalId: string | null
  clientId: string | null
  /** On the wall of the place of the visit. */
  start: Temporal.PlainDateTime | null
  animals: string[]
  household: string
}
