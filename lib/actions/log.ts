'use server'
import { correctLog } from '@/lib/data/log'
import { recordSession, voidSession } from '@/lib/data/session'
import { correctedLogSchema } from '@/lib/domain/log/correct'
import { ownerLogSchema } from '@/lib/domain/log/schema'
import { voidSessionSchema } from '@/lib/domain/session/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const logHomework = defineAction({
  as: 'guardian',
  schema: ownerLogSchema,
  verb: recordSession,
  then: ({ sessionId }) => paths.homeLogDone(sessionId),
})

export const correctHomework = defineAction({
  as: 'guardian',
  schema: correctedLogSchema,
  verb: correctLog,
  then: ({ sessionId }) => paths.homeLogDone(sessionId),
})

export const takeOutHomework = defineAction({
  as: 'guardian',
  schema: voidSessionSchema,
  verb: voidSession,
  then: ({ animalId }) => paths.homePast(animalId),
})
