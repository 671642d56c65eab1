import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { erasure as erasures } from '@/db/schema'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import {
  askErasure,
  confirmErasure,
  erasureOf,
  ownErasureOf,
  refuseErasure,
  withdrawErasure,
} from '../erasure'
import type { StrangerCase, Target } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

/** The wish of the household, as it stands in the database. */
async function asked({ world: { practiceId }, household: { clientId, contactId: askedBy } }: Target) {
  const id = randomUUID()
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.insert(erasures).values({ practiceId, id, clientId, askedBy, askedAt: now }),
  )
  return id
}

export const erasure: Record<string, StrangerCase> = {
  ownErasureOf: (stranger, { household }) => ownErasureOf(stranger, household.clientId),
  askErasure: (stranger, { household: { clientId } }) =>
    askErasure(stranger as GuardianViewer, { clientId }, now),
  withdrawErasure: async (stranger, target) =>
    withdrawErasure(stranger as GuardianViewer, { id: await asked(target) }, now),
  erasureOf: async (stranger, target) => {
    await asked(target)
    return erasureOf(stranger, target.household.clientId, now)
  },
  refuseErasure: async (stranger, target) =>
    refuseErasure(stranger as MemberViewer, { id: await asked(target), reason: 'No' }, now),
  confirmErasure: async (stranger, target) =>
    confirmErasure(stranger as MemberViewer, { id: await asked(target), name: 'Berger' }, now),
}
