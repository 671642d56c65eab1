import { Temporal } from 'temporal-polyfill'
import { newAnimalSchema } from '@/lib/domain/animal/schema'
import { addAnimal, archiveAnimal, restoreAnimal, saveAnimal } from '../animal-change'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const form = (clientId: string) => newAnimalSchema.parse({ clientId, name: 'Nobody', species: 'cat' })

export const animalChange: Record<string, StrangerCase> = {
  addAnimal: (stranger, { household }) => addAnimal(stranger, form(household.clientId), now),
  saveAnimal: (stranger, { household }) =>
    saveAnimal(stranger, { ...form(household.clientId), id: household.animalId, version: 1 }, now),
  archiveAnimal: (stranger, { household }) => archiveAnimal(stranger, { id: household.animalId }, now),
  restoreAnimal: (stranger, { household }) => restoreAnimal(stranger, { id: household.animalId }),
}
