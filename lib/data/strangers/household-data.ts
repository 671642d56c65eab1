import { Temporal } from 'temporal-polyfill'
import { householdDataOf } from '../household-data'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const householdData: Record<string, StrangerCase> = {
  householdDataOf: (stranger, { household }) => householdDataOf(stranger, household.clientId, now),
}
