import { Temporal } from 'temporal-polyfill'
import { fridgeOf, searchOf } from '../paper'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const paper: Record<string, StrangerCase> = {
  fridgeOf: (stranger, { household }) => fridgeOf(stranger, household.animalId, now),
  searchOf: (stranger, { household }) => searchOf(stranger, household.animalId, now),
}
