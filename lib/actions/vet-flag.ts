'use server'
import { closeVetFlag } from '@/lib/data/vet-flag'
import { closeVetFlagSchema } from '@/lib/domain/safety/forms'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const closeFlag = defineAction({
  as: 'member',
  schema: closeVetFlagSchema,
  verb: closeVetFlag,
  then: ({ animalId }) => paths.animal(animalId),
})
