import { Temporal } from 'temporal-polyfill'
import { safetyItemSchema } from '@/lib/domain/safety/forms'
import { recordSafetyItem, safetyHistory, safetyOf, withdrawSafetyItem } from '../safety'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const ticked = (animalId: string) => safetyItemSchema.parse({ animalId, item: 'gear_check' })

export const safety: Record<string, StrangerCase> = {
  safetyOf: (stranger, { household }) => safetyOf(stranger, household.animalId, now),
  safetyHistory: (stranger, { household }) => safetyHistory(stranger, household.animalId, 'gear_check'),
  recordSafetyItem: (stranger, { household }) => recordSafetyItem(stranger, ticked(household.animalId), now),
  withdrawSafetyItem: async (stranger, { world, household }) => {
    const record = await recordSafetyItem(world.consultant, ticked(household.animalId), now)
    if (!record.ok) throw new Error(record.reason)
    return withdrawSafetyItem(stranger, { recordId: record.value.recordId, reason: 'Not mine' }, now)
  },
}
