'use server'
import { askForVisit, withdrawRequest as withdraw } from '@/lib/data/request'
import { approveRequest as approve, declineRequest as decline } from '@/lib/data/request-answer'
import { chooseInstead } from '@/lib/data/request-lost'
import { cancelOwnVisit as cancelOwn, moveOwnVisit as moveOwn } from '@/lib/data/request-visit'
import * as schema from '@/lib/domain/request/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const askVisit = defineAction({
  as: 'guardian',
  schema: schema.askVisitSchema,
  verb: askForVisit,
  then: paths.homeVisits,
})

export const withdrawRequest = defineAction({
  as: 'guardian',
  schema: schema.requestIdSchema,
  verb: withdraw,
})

export const askInstead = defineAction({
  as: 'guardian',
  schema: schema.chooseInsteadSchema,
  verb: chooseInstead,
})

export const moveOwnVisit = defineAction({
  as: 'guardian',
  schema: schema.moveOwnVisitSchema,
  verb: moveOwn,
  then: paths.homeVisits,
})

export const cancelOwnVisit = defineAction({
  as: 'guardian',
  schema: schema.cancelOwnVisitSchema,
  verb: cancelOwn,
  then: paths.homeVisits,
})

export const approveRequest = defineAction({
  as: 'member',
  schema: schema.approveRequestSchema,
  verb: approve,
  then: ({ visitId }) => paths.visit(visitId),
})

export const declineRequest = defineAction({
  as: 'member',
  schema: schema.declineRequestSchema,
  verb: decline,
})
