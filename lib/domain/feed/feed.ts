import type { Temporal } from 'temporal-polyfill'
import type { MaybePlace } from '@/lib/domain/scheduling/travel'
import type { ServicePlace } from '@/lib/domain/service/schema'
import type { VisitStatus } from '@/lib/domain/visit/status'

/** Days a feed looks back and ahead, and days a cancelled visit stays in it as cancelled. Ours. */
export const feedWindow = { back: 30, ahead: 180, cancelled: 30 }

/** A member's own feed, as its page shows it. */
export type Feed = {
  /** The first letters of its token, to tell addresses apart. */
  prefix: string
  details: boolean
  travel: boolean
  madeAt: Temporal.Instant
  lastReadAt: Temporal.Instant | null
}

/** One visit as a feed knows it. */
export type FeedVisit = {
  id: string
  status: VisitStatus
  version: number
  changedAt: Temporal.Instant
  from: Temporal.Instant
  until: Temporal.Instant
  /** When the consultant sets off; `from` where there is no way. */
  leaves: Temporal.Instant
  /** Zone of the home. */
  zone: string
  place: ServicePlace
  serviceName: string
  animals: string[]
  home: MaybePlace
  office: MaybePlace
  /** Only where the member opted into details. */
  household: { name: string; address: string; contact: string; phone: string } | null
}

/** One entry of a calendar, in words. */
export type CalendarEntry = {
  /** The same for good, whatever becomes of the visit. */
  uid: string
  /** Rises with every change. */
  sequence: number
  changedAt: Temporal.Instant
  from: Temporal.Instant
  until: Temporal.Instant
  zone: string
  status: 'CONFIRMED' | 'CANCELLED'
  title: string
  place: string
  text: string
  address: string
}
