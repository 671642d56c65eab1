import type { Temporal } from 'temporal-polyfill'
import type { Offer } from '@/lib/domain/result/result'
import type { ServicePlace } from '@/lib/domain/service/schema'
import type { VisitAnimal } from '@/lib/domain/visit/pages'
import type { VisitStatus } from '@/lib/domain/visit/status'
import type { RequestState } from './schema'

// What the pages about requests show; lib/data answers with these.

/** How a household reaches its practice. */
export type PracticeContact = { name: string; phone: string | null; email: string | null }

export type AskPage = {
  zone: string
  practice: PracticeContact
  animals: VisitAnimal[]
  services: { id: string; name: string; minutes: number; place: ServicePlace }[]
  /** The one the times are of; null: there is none to ask for. */
  serviceId: string | null
  offers: Offer[]
}

/** A household's own request, as it reads it. */
export type OwnRequest = {
  id: string
  version: number
  state: RequestState
  serviceName: string
  zone: string
  askedAt: Temporal.Instant
  /** "Thu 14 May, 10:00". */
  times: string[]
  words: string
  answer: string
  /** Others got all its times: those that fitted then instead. Null: it waits as it was asked. */
  instead: { value: string; label: string }[] | null
}

/** A request that waits, as those read it who work here. */
export type OpenRequest = {
  id: string
  version: number
  clientId: string
  household: string
  askedBy: string
  askedAt: Temporal.Instant
  zone: string
  serviceName: string
  animals: string[]
  choices: { value: string; label: string }[]
  words: string
  /** Others got all its times; its household was told of some that fit. */
  lost: boolean
}

/** One of the times of an open request, where it would stand in the calendar. */
export type AskedTime = {
  requestId: string
  household: string
  animals: string[]
  serviceName: string
  consultantId: string
  from: Temporal.Instant
  until: Temporal.Instant
  /** As `from`: the ways are not known before it is booked. */
  leaves: Temporal.Instant
}

export type OwnVisitPage = {
  id: string
  version: number
  status: VisitStatus
  from: Temporal.Instant
  until: Temporal.Instant
  zone: string
  serviceName: string
  consultantName: string
  practice: PracticeContact
  /** What may be done now, and until when and how many hours before. */
  may: 'change' | 'call' | 'nothing'
  changeableUntil: Temporal.Instant
  hours: number
  offers: Offer[]
}
