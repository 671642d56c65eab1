import { Temporal } from 'temporal-polyfill'
import { clientFacts, clientPage, householdOf } from '../client'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const client: Record<string, StrangerCase> = {
  clientPage: (stranger, { household }) => clientPage(stranger, household.clientId, now),
  clientFacts: (stranger, { household }) => clientFacts(stranger, household.clientId),
  // Takes no id: a household of their own is all it can answer with.
  householdOf: async (stranger, { household }) => {
    const answer = await householdOf(stranger)
    return answer.id === household.clientId || JSON.stringify(answer).includes(household.animalId)
      ? answer
      : null
  },
}
