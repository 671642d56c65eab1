import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { animalsAtHome, homeKitOf, homeOf, loggedOf, logSheetOf, ownerPlanOf } from '../home'
import { recordSession } from '../session'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const home: Record<string, StrangerCase> = {
  // Takes no id: a home of their own is all it can answer with.
  homeOf: async (stranger, { household, visitId }) => {
    const answer = await homeOf(stranger, now)
    const seen = JSON.stringify(answer)
    return [household.animalId, household.clientId, visitId].some((id) => seen.includes(id)) ? answer : null
  },
  homeKitOf: async (stranger, { household }) => {
    const answer = await homeKitOf(stranger, now)
    return JSON.stringify(answer).includes(household.animalId) ? answer : null
  },
  animalsAtHome: async (stranger, { household }) => {
    const { animals } = await animalsAtHome(stranger)
    return animals.filter(({ id }) => id === household.animalId)
  },
  logSheetOf: (stranger, { household }) => logSheetOf(stranger, household.animalId, now),
  ownerPlanOf: (stranger, { household }) => ownerPlanOf(stranger, household.animalId, now),
  loggedOf: async (stranger, { world, household }) => {
    const input = recordedSessionSchema.parse({
      id: randomUUID(),
      animalId: household.animalId,
      stress: '0',
    })
    const answer = await recordSession(world.consultant, input, now)
    if (!answer.ok) throw new Error(answer.reason)
    return loggedOf(stranger, answer.value.sessionId, now)
  },
}
