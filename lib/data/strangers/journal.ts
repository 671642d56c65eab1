import { Temporal } from 'temporal-polyfill'
import { journalOf, monthOnPaper } from '../journal'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const month = Temporal.PlainYearMonth.from('2026-05')

export const journal: Record<string, StrangerCase> = {
  journalOf: (stranger, { household }) => journalOf(stranger, household.animalId, now),
  monthOnPaper: (stranger, { household }) =>
    monthOnPaper(stranger, { month, animalId: household.animalId }, now),
}
