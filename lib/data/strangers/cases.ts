import type { Viewer } from '@/lib/domain/access/viewer'
import type { Household, World } from '@/db/factories/world'

/** What a stranger tries to reach: somebody else's practice with one household, a plan and a booked visit. */
export type Target = {
  world: World
  household: Household
  planId: string
  visitId: string
  /** Of the visit: what was done with it last. */
  changeId: string
  /** A request of the household that waits. */
  requestId: string
  /** Its place on the waiting list, and a time that is offered to it. */
  waitingId: string
  offerId: string
  /** To the vet, about its animal. */
  letterId: string
  scheduling: { exceptionId: string; timeOffId: string; closingId: string }
}

/**
 * How a stranger tries an export of lib/data. Answering with nothing (null, undefined, an empty list) or
 * throwing NotFound is right; anything else is a leak. `ownRows` marks lists that may show the stranger's own.
 */
export type StrangerCase = (stranger: Viewer, target: Target) => Promise<unknown>
