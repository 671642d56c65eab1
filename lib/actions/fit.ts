'use server'
import { recordFit } from '@/lib/data/fit'
import { fitSchema } from '@/lib/domain/fit/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const keepFit = defineAction({
  as: 'member',
  schema: fitSchema,
  verb: recordFit,
  then: ({ animalId }) => paths.animalSafety(animalId),
})
