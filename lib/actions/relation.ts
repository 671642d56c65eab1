'use server'
import { recordRelation } from '@/lib/data/relation'
import { relationSchema } from '@/lib/domain/relation/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const writeDownRelation = defineAction({
  as: 'member',
  schema: relationSchema,
  verb: recordRelation,
  then: ({ clientId }) => paths.together(clientId),
})
