import { Temporal } from 'temporal-polyfill'
import { recordRelation } from '../relation'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const relation: Record<string, StrangerCase> = {
  recordRelation: (stranger, { household }) =>
    recordRelation(
      stranger,
      {
        clientId: household.clientId,
        pair: [household.animalId, household.animalId],
        kind: 'tense',
        since: '2026-05-03',
        saidBy: '',
      },
      now,
    ),
}
