import { Temporal } from 'temporal-polyfill'
import { consentsOf, recordConsent } from '../consent'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const consent: Record<string, StrangerCase> = {
  consentsOf: (stranger, { household }) => consentsOf(stranger, household.clientId),
  recordConsent: (stranger, { household }) =>
    recordConsent(
      stranger,
      {
        clientId: household.clientId,
        kind: 'photos',
        given: true,
        givenOn: '2026-05-01',
        givenBy: 'Nobody',
      },
      now,
    ),
}
