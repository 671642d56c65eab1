import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Viewer } from '@/lib/domain/access/viewer'
import { trainingSessionSchema } from '@/lib/domain/observation/schema'
import type { ReadOperation } from '@/lib/domain/sync/operation'
import { takeFromDevice } from '../sync'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

/** As their own queue, with the ids of somebody else's visit. */
const sentBy = (stranger: Viewer, operation: ReadOperation) => ({
  owner: { practiceId: stranger.practiceId, userId: 'userId' in stranger ? stranger.userId : randomUUID() },
  ...{ key: randomUUID(), madeAt: now.epochMilliseconds, content: '', operation },
})

export const sync: Record<string, StrangerCase> = {
  takeFromDevice: (stranger, { visitId, household: { animalId } }) => {
    if (stranger.kind === 'guardian') {
      const startedAt = '2026-05-14T07:00:00Z'
      const session = {
        ...trainingSessionSchema.parse({ stress: '0' }),
        id: randomUUID(),
        animalId,
        startedAt,
      }
      const log = { kind: 'log_homework' as const, session: { ...session, visitId: undefined } }
      return takeFromDevice(stranger, sentBy(stranger, log as ReadOperation), now)
    }
    const changes = [{ field: 'internal', base: '', mine: 'x' }]
    const operation = { kind: 'save_draft' as const, visitId, baseVersion: 0, changes }
    return takeFromDevice(stranger, sentBy(stranger, operation), now)
  },
}
