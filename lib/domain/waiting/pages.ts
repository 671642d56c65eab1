import type { Temporal } from 'temporal-polyfill'
import type { ServicePlace } from '@/lib/domain/service/schema'
import type { VisitAnimal } from '@/lib/domain/visit/pages'
import type { OfferState } from './schema'
import type { Could } from './waiting'

// What the pages about waiting show; lib/data answers with these.

/** What somebody needs to be put on the list. */
export type WaitForm = {
  clientId: string
  household: string
  animals: VisitAnimal[]
  services: { id: string; name: string; minutes: number; place: ServicePlace }[]
}

type Waits = Could & { id: string; serviceName: string; since: Temporal.Instant; words: string }

/** A household's own place on the list, with the latest time that was offered to it. */
export type OwnWaiting = Waits & {
  zone: string
  offer: {
    id: string
    state: OfferState
    startsAt: Temporal.Instant
    until: Temporal.Instant
    consultantName: string
  } | null
}

/** Somebody who waits, as those read it who work here. */
export type WaitingHousehold = Waits & {
  clientId: string
  household: string
  zone: string
  animals: string[]
  /** Until when an offer waits for its answer; null: none does. */
  offeredUntil: Temporal.Instant | null
}

/** What became of a time that a visit left: for whom it fits, or to whom it was offered. */
export type FreedTime = {
  visitId: string
  from: Temporal.Instant
  zone: string
  consultantName: string
  /** Offers in their order; those who took no turn yet are next. */
  offers: {
    id: string
    household: string
    state: OfferState
    startsAt: Temporal.Instant
    until: Temporal.Instant | null
    zone: string
  }[]
  fits: {
    id: string
    household: string
    serviceName: string
    since: Temporal.Instant
    words: string
    startsAt: Temporal.Instant
    zone: string
    /** Minutes of driving it adds to the day. */
    added: number
  }[]
}

/** A time that is free ahead, and how many households wait for one like it. */
export type FreeAhead = {
  visitId: string
  from: Temporal.Instant
  zone: string
  consultantName: string
  waits: number
}
