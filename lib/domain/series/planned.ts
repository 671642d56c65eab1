import type { Temporal } from 'temporal-polyfill'
import type { Offer } from '@/lib/domain/result/result'
import type { VisitStatus } from '@/lib/domain/visit/status'

// What the pages about a series show; lib/data answers with these.

/** One visit of a series as it would stand. */
export type Planned = {
  /** The day the rule means it for: its name in the form. */
  day: string
  label: string
  /** `asks`: only with a reason; `taken`: not then. */
  stands: 'fits' | 'asks' | 'taken'
  /** Its drive, or what is in its way. */
  why: string
  /** The nearest times that would do. */
  instead: Offer[]
}

/** A series as seen from one of its visits. */
export type SeriesPage = {
  /** The visit it was opened from. */
  visit: { id: string; version: number; status: VisitStatus; start: Temporal.PlainDateTime; zone: string }
  household: { id: string; name: string }
  everyWeeks: number
  /** 1 is Monday. */
  weekdays: number[]
  /** The first it was booked with: its time of day. */
  first: Temporal.PlainDateTime
  serviceId: string
  consultantId: string
  /** What can be booked now, and the service of this visit. */
  services: { id: string; name: string }[]
  trainers: { id: string; name: string }[]
  visits: { id: string; start: Temporal.PlainDateTime; status: VisitStatus; ownWay: boolean }[]
}
