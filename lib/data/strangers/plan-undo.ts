import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { assessmentsOf } from '../assessment'
import { undoStageEntry } from '../plan-undo'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const planUndo: Record<string, StrangerCase> = {
  undoStageEntry: async (stranger, { world, household }) => {
    const theirs = await assessmentsOf(world.consultant, [household.animalId], now)
    const entryId = theirs.get(household.animalId)?.entries.at(-1)?.id ?? randomUUID()
    return undoStageEntry(stranger, { entryId }, now)
  },
}
