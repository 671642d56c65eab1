import { Temporal } from 'temporal-polyfill'
import { animalOverview as readOverview } from '../animal-overview'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const animalOverview: Record<string, StrangerCase> = {
  animalOverview: (stranger, { household }) => readOverview(stranger, household.animalId, now),
}
