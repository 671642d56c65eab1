import { Temporal } from 'temporal-polyfill'
import { togetherOf } from '../together'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const together: Record<string, StrangerCase> = {
  togetherOf: (stranger, { household }) => togetherOf(stranger, household.clientId, now),
}
