import { Temporal } from 'temporal-polyfill'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { assessmentHistory, pastAssessment } from '../assessment-history'
import { recordSession } from '../session'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const history: Record<string, StrangerCase> = {
  assessmentHistory: (stranger, { household }) => assessmentHistory(stranger, household.animalId),
  pastAssessment: async (stranger, { world, household: { animalId } }) => {
    const seen = recordedSessionSchema.parse({ animalId, stress: '0' })
    await recordSession(world.consultant, seen, now)
    const kept = await assessmentHistory(world.consultant, animalId)
    return pastAssessment(stranger, { animalId, assessmentId: kept.rows[0]?.id ?? '' })
  },
}
