import { Temporal } from 'temporal-polyfill'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { assessmentsOf } from '../assessment'
import { recordSession } from '../session'
import { closeVetFlag, openVetFlag } from '../vet-flag'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const vetFlag: Record<string, StrangerCase> = {
  openVetFlag: (stranger, { household: { animalId } }) =>
    openVetFlag(stranger, { animalId, sign: 'collapse', note: 'Heard about it' }, now),
  closeVetFlag: async (stranger, { world, household: { animalId } }) => {
    const seen = recordedSessionSchema.parse({ animalId, stress: '0', health: 'limp_or_pain' })
    await recordSession(world.consultant, seen, now)
    const flag = (await assessmentsOf(world.consultant, [animalId], now)).get(animalId)?.openVet[0]
    if (!flag) throw new Error('no vet flag was opened')
    return closeVetFlag(stranger, { flagId: flag.id, note: 'Not mine to close' }, now)
  },
}
