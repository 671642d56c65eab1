'use server'
import { recordSession, voidSession } from '@/lib/data/session'
import { recordedSessionSchema, voidSessionSchema } from '@/lib/domain/session/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

/** The session's own page says what to do at once, and what the session changed. */
export const writeSession = defineAction({
  as: 'member',
  schema: recordedSessionSchema,
  verb: recordSession,
  then: ({ animalId, sessionId }) => paths.session(animalId, sessionId),
})

export const takeSessionOut = defineAction({
  as: 'member',
  schema: voidSessionSchema,
  verb: voidSession,
  then: ({ animalId, sessionId }) => paths.session(animalId, sessionId),
})
