import { Temporal } from 'temporal-polyfill'
import { completePlan, resumePlan, takeDecision } from '../plan'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const plan: Record<string, StrangerCase> = {
  takeDecision: (stranger, { household }) =>
    takeDecision(
      stranger,
      { animalId: household.animalId, decision: 'pause', reason: 'Nobody asked', ticksSet: [] },
      now,
    ),
  resumePlan: (stranger, { household }) =>
    resumePlan(stranger, { animalId: household.animalId, reason: '', toStageKey: undefined }, now),
  completePlan: (stranger, { household }) =>
    completePlan(
      stranger,
      { animalId: household.animalId, outcome: 'indoors', reason: 'Nobody asked', ticksSet: [] },
      now,
    ),
}
