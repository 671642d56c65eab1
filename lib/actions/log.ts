'use server'
import { recordSession } from '@/lib/data/session'
import { ownerLogSchema } from '@/lib/domain/log/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const logHomework = defineAction({
  as: 'guardian',
  schema: ownerLogSchema,
  verb: recordSession,
  then: ({ sessionId }) => paths.homeLogDone(sessionId),
})
