import { animalLine, animalLinesOf, animalRecord, listAnimals } from '../animal'
import type { StrangerCase } from './cases'

export const animal: Record<string, StrangerCase> = {
  animalLinesOf: (stranger, { household }) => animalLinesOf(stranger, household.clientId),
  animalLine: (stranger, { household }) => animalLine(stranger, household.animalId),
  animalRecord: (stranger, { household }) => animalRecord(stranger, household.animalId),
  listAnimals: async (stranger, { household }) => {
    const all = await listAnimals(stranger, {})
    const behind = await listAnimals(stranger, { after: household.animalId })
    return [...all.animals, ...behind.animals].filter(({ id }) => id === household.animalId)
  },
}
