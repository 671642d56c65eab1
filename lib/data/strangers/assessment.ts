import { Temporal } from 'temporal-polyfill'
import { assessmentsOf } from '../assessment'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const assessment: Record<string, StrangerCase> = {
  assessmentsOf: async (stranger, { household }) => [
    ...(await assessmentsOf(stranger, [household.animalId], now)).values(),
  ],
}
