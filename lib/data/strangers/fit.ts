import { Temporal } from 'temporal-polyfill'
import { fitSchema } from '@/lib/domain/fit/schema'
import { fitsOf, recordFit } from '../fit'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const checked = (animalId: string) =>
  fitSchema.parse({
    ...{ animalId, girth: '36', style: 'h', condition: 'good' },
    ...{ fitsNeck: 'yes', fitsGirth: 'yes', backOut: 'yes' },
  })

export const fit: Record<string, StrangerCase> = {
  fitsOf: async (stranger, { world, household: { animalId } }) => {
    const kept = await recordFit(world.consultant, checked(animalId), now)
    if (!kept.ok) throw new Error(kept.reason)
    return fitsOf(stranger, animalId)
  },
  recordFit: (stranger, { household }) => recordFit(stranger, checked(household.animalId), now),
}
