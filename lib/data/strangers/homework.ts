import { Temporal } from 'temporal-polyfill'
import { currentHomework, setHomework } from '../homework'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const homework: Record<string, StrangerCase> = {
  setHomework: (stranger, { household }) =>
    setHomework(stranger, { animalId: household.animalId, noteId: undefined, items: [] }, now),
  currentHomework: async (stranger, { household }) => [
    ...(await currentHomework(stranger, [household.animalId])).values(),
  ],
}
