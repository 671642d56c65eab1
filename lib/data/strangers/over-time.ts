import { Temporal } from 'temporal-polyfill'
import { overTimeOf } from '../over-time'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const overTime: Record<string, StrangerCase> = {
  overTimeOf: (stranger, { household }) => overTimeOf(stranger, household.animalId, now),
}
