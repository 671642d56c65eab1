import { Temporal } from 'temporal-polyfill'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { recordSession } from '../session'
import { newSessionFor, sessionPage as readSession } from '../session-page'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const sessionPage: Record<string, StrangerCase> = {
  sessionPage: async (stranger, { world, household: { animalId } }) => {
    const seen = recordedSessionSchema.parse({ animalId, stress: '0' })
    const recorded = await recordSession(world.consultant, seen, now)
    if (!recorded.ok) throw new Error(recorded.reason)
    return readSession(stranger, { animalId, sessionId: recorded.value.sessionId }, now)
  },
  newSessionFor: (stranger, { household, visitId }) =>
    newSessionFor(stranger, { animalId: household.animalId, visitId }, now),
}
