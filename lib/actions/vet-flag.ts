'use server'
import { closeVetFlag, openVetFlag } from '@/lib/data/vet-flag'
import { closeVetFlagSchema, openVetFlagSchema } from '@/lib/domain/safety/forms'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const openFlag = defineAction({
  as: 'member',
  schema: openVetFlagSchema,
  verb: openVetFlag,
  said: 'safety.vet.opened',
})

export const closeFlag = defineAction({
  as: 'member',
  schema: closeVetFlagSchema,
  verb: closeVetFlag,
  then: ({ animalId }) => paths.animal(animalId),
})
