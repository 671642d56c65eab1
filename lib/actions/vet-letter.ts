'use server'
import { writeVetLetter } from '@/lib/data/vet-letter'
import { vetLetterSchema } from '@/lib/domain/vet-letter/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const writeLetter = defineAction({
  as: 'member',
  schema: vetLetterSchema,
  verb: writeVetLetter,
  then: ({ letterId, animalId }) => paths.vetLetter(letterId, animalId),
})
