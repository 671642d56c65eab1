import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { GuardianViewer } from '@/lib/domain/access/viewer'
import { correctedLogSchema } from '@/lib/domain/log/correct'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { pastLogOf } from '../home'
import { correctLog } from '../log'
import { recordSession } from '../session'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const log: Record<string, StrangerCase> = {
  pastLogOf: (stranger, { household }) => pastLogOf(stranger, household.animalId),
  correctLog: async (stranger, { world, household: { animalId } }) => {
    const corrects = randomUUID()
    const seen = recordedSessionSchema.parse({ id: corrects, animalId, stress: '0' })
    await recordSession(world.consultant, seen, now)
    const anew = correctedLogSchema.parse({ animalId, stress: '1', corrects, reason: 'Another cat.' })
    return correctLog(stranger as GuardianViewer, anew, now)
  },
}
