import { Temporal } from 'temporal-polyfill'
import { planChoices, startPlan } from '../plan-start'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const planStart: Record<string, StrangerCase> = {
  planChoices: (stranger, { household }) => planChoices(stranger, household.animalId),
  startPlan: (stranger, { household }) =>
    startPlan(
      stranger,
      {
        animalId: household.animalId,
        protocolKey: 'cat-harness-leash',
        goal: 'Somebody else’s goal',
        goalRisk: 'low',
        stageKey: 'C0',
        lateStartReason: '',
        minDaysFactor: 1,
      },
      now,
    ),
}
