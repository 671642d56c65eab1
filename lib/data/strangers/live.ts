import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { finishedObservationSchema } from '@/lib/domain/observation/live/schema'
import { finishObservation, keepTaps, liveObservation } from '../live'
import { livePage } from '../live-page'
import type { StrangerCase, Target } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

const watched = ({ household, visitId }: Target) =>
  finishedObservationSchema.parse({
    ...{ observationId: randomUUID(), visitId, animalId: household.animalId, session: { stress: 0 } },
    events: [
      { id: randomUUID(), device: 'phone', counter: 0, at: now.epochMilliseconds, what: 'body', level: 0 },
    ],
  })

export const live: Record<string, StrangerCase> = {
  keepTaps: (stranger, target) => keepTaps(stranger, watched(target), now),
  finishObservation: (stranger, target) => finishObservation(stranger, watched(target), now),
  livePage: (stranger, { household, visitId }) =>
    livePage(stranger, { visitId, animalId: household.animalId }, now),
  liveObservation: async (stranger, target) => {
    const watching = watched(target)
    await keepTaps(target.world.consultant, watching, now)
    return liveObservation(stranger, watching.observationId)
  },
}
