'use server'
import { leaveWaiting, waitForVisit } from '@/lib/data/waiting'
import { acceptOffer as accept, declineOffer as decline } from '@/lib/data/waiting-answer'
import { offerFreedTime, withdrawOffers as withdraw } from '@/lib/data/waiting-offer'
import * as schema from '@/lib/domain/waiting/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const waitMyself = defineAction({
  as: 'guardian',
  schema: schema.waitSchema,
  verb: waitForVisit,
  then: paths.homeVisits,
})

export const putOnList = defineAction({
  as: 'member',
  schema: schema.waitSchema,
  verb: waitForVisit,
  then: paths.waiting,
})

export const stopWaiting = defineAction({
  as: 'guardian',
  schema: schema.waitingIdSchema,
  verb: leaveWaiting,
})

export const takeOffList = defineAction({
  as: 'member',
  schema: schema.waitingIdSchema,
  verb: leaveWaiting,
})

export const offerTime = defineAction({
  as: 'member',
  schema: schema.offerTimeSchema,
  verb: offerFreedTime,
})

export const withdrawOffers = defineAction({
  as: 'member',
  schema: schema.withdrawOffersSchema,
  verb: withdraw,
})

export const acceptOffer = defineAction({
  as: 'guardian',
  schema: schema.waitingIdSchema,
  verb: accept,
  then: paths.homeVisits,
})

export const declineOffer = defineAction({
  as: 'guardian',
  schema: schema.waitingIdSchema,
  verb: decline,
})
