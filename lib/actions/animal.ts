'use server'
import { addAnimal, archiveAnimal, restoreAnimal, saveAnimal } from '@/lib/data/animal-change'
import { recordMeasure } from '@/lib/data/measure'
import { addVetVisit, removeVetVisit } from '@/lib/data/vet-visit'
import { animalSchema, measureSchema, newAnimalSchema } from '@/lib/domain/animal/schema'
import { vetVisitSchema } from '@/lib/domain/animal/vet-visit'
import { oneId } from '@/lib/domain/client/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const addNewAnimal = defineAction({
  as: 'member',
  schema: newAnimalSchema,
  verb: addAnimal,
  then: ({ clientId }) => paths.client(clientId),
})

export const saveChangedAnimal = defineAction({
  as: 'member',
  schema: animalSchema,
  verb: saveAnimal,
  then: ({ id }) => paths.animal(id),
})

export const writeDownMeasures = defineAction({
  as: 'member',
  schema: measureSchema,
  verb: recordMeasure,
  then: ({ animalId }) => paths.editAnimal(animalId),
})

export const writeDownVetVisit = defineAction({
  as: 'member',
  schema: vetVisitSchema,
  verb: addVetVisit,
  then: ({ animalId }) => paths.editAnimal(animalId),
})

export const takeOutVetVisit = defineAction({ as: 'member', schema: oneId, verb: removeVetVisit })

export const archiveOneAnimal = defineAction({ as: 'member', schema: oneId, verb: archiveAnimal })

export const restoreOneAnimal = defineAction({ as: 'member', schema: oneId, verb: restoreAnimal })
