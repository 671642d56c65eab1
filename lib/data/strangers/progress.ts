import { Temporal } from 'temporal-polyfill'
import { progressOf } from '../progress'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const progress: Record<string, StrangerCase> = {
  progressOf: (stranger, { household }) =>
    progressOf(stranger, [{ id: household.animalId, species: 'cat' }], now),
}
