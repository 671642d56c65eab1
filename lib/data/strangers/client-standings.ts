import { Temporal } from 'temporal-polyfill'
import { clientPageWithStandings } from '../client-standings'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const clientStandings: Record<string, StrangerCase> = {
  clientPageWithStandings: (stranger, { household }) =>
    clientPageWithStandings(stranger, household.clientId, now),
}
