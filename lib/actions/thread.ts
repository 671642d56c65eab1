'use server'
import { writeToThread } from '@/lib/data/thread'
import { saveThreadRule as saveRule } from '@/lib/data/thread-rule'
import { putIntoNote as intoNote, putOnAgenda as onAgenda, tickAgenda as tick } from '@/lib/data/thread-use'
import { agendaSchema, messageSchema, threadRuleSchema, writeSchema } from '@/lib/domain/thread/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const writeFromHome = defineAction({
  as: 'guardian',
  schema: writeSchema,
  verb: writeToThread,
  then: ({ seq }) => paths.homeThread({ sent: String(seq) }),
})

export const writeToHousehold = defineAction({
  as: 'member',
  schema: writeSchema,
  verb: writeToThread,
  then: ({ clientId, seq }) => paths.thread(clientId, { sent: String(seq) }),
})

export const putOnAgenda = defineAction({ as: 'member', schema: messageSchema, verb: onAgenda })

export const tickAgenda = defineAction({ as: 'member', schema: agendaSchema, verb: tick })

export const putIntoNote = defineAction({ as: 'member', schema: messageSchema, verb: intoNote })

export const saveThreadRule = defineAction({
  as: 'member',
  schema: threadRuleSchema,
  verb: saveRule,
  said: 'thread.rule.saved',
})
