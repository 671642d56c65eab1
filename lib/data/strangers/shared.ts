import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { linkLogSchema } from '@/lib/domain/share/schema'
import { sharedOf } from '../shared'
import { logByLink } from '../shared-log'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const shared: Record<string, StrangerCase> = {
  // Takes no id: the animal of their own link is all it can answer with.
  sharedOf: async (stranger) => {
    const answer = await sharedOf(stranger, now)
    return answer.animal.name === 'Else' && answer.journey?.wins.length === 0 ? null : answer
  },
  logByLink: (stranger, { household: { animalId } }) =>
    logByLink(
      stranger,
      linkLogSchema.parse({ id: randomUUID(), animalId, stress: '1', token: 'sl_x', by: 'Sam' }),
      now,
    ),
}
