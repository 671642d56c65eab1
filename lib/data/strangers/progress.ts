import { Temporal } from 'temporal-polyfill'
import { progressOf, sharedProgressOf } from '../progress'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const progress: Record<string, StrangerCase> = {
  progressOf: (stranger, { household }) =>
    progressOf(stranger, [{ id: household.animalId, species: 'cat' }], now),
  // Takes no id: the animal of their own link is all it can answer with.
  sharedProgressOf: async (stranger) => {
    const answer = await sharedProgressOf(stranger, now)
    return answer.name === 'Else' && answer.wins.length === 0 ? null : answer
  },
}
