import { Temporal } from 'temporal-polyfill'
import { measuresOf, recordMeasure } from '../measure'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const measure: Record<string, StrangerCase> = {
  measuresOf: (stranger, { household }) => measuresOf(stranger, household.animalId),
  recordMeasure: (stranger, { household }) =>
    recordMeasure(
      stranger,
      { animalId: household.animalId, takenOn: '2026-05-01', weight: 4, gear: '' },
      now,
    ),
}
