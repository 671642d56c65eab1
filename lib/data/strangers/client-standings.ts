import { Temporal } from 'temporal-polyfill'
import { clientPageWithStandings, listAnimalsWithStandings } from '../client-standings'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const clientStandings: Record<string, StrangerCase> = {
  clientPageWithStandings: (stranger, { household }) =>
    clientPageWithStandings(stranger, household.clientId, now),
  listAnimalsWithStandings: async (stranger, { household }) => {
    const { page, standings } = await listAnimalsWithStandings(stranger, {}, now)
    return standings.get(household.animalId) ?? page.animals.filter(({ id }) => id === household.animalId)
  },
}
