import type { Span } from './span'
import type { Drive, Spot, TravelSource } from './travel-source'
import type { ClosingDay, DayPlace, WorkingTime } from './working-time'

/** A visit, call or hold that stands. Moments in epoch milliseconds, set-up and wrap-up in minutes. */
export type Booked = Span & {
  id: string
  setUp: number
  wrapUp: number
  /** The home; null for a call: one stays where one is. */
  spot: Spot | null
}

/** What is to be placed. Minutes; the zone is the home's, whose clocks must show the start exactly once. */
export type Wanted = {
  minutes: number
  setUp: number
  wrapUp: number
  spot: Spot | null
  zone: string
  /** The longest drive there the service allows, minutes; null: any. */
  maxDrive: number | null
}

/** Somebody who could do it, with what stands in the time asked for and a day around it, in any order. */
export type Consultant = {
  id: string
  working: WorkingTime
  /** Where `home` and `office` are; coordinates that are not known cost 15 minutes. */
  places: Record<Exclude<DayPlace, 'anywhere'>, Spot>
  booked: readonly Booked[]
}

/** Minutes between two offered starts on the wall of the home. */
export type Grid = 5 | 10 | 15 | 30 | 60

export type BookingRules = {
  /** Hours from now to the first possible start. */
  notice: number
  /** Days from today in which a visit may begin, today included as 0; null: no end. */
  horizon: number | null
  grid: Grid
}

/** The question, the same for list, confirm, reschedule, series and self-booking. */
export type Asked = {
  wanted: Wanted
  consultants: readonly Consultant[]
  closings: readonly ClosingDay[]
  travel: TravelSource
  rules: BookingRules
  /** Where the start may lie, epoch milliseconds. */
  window: Span
  /** Epoch milliseconds. */
  now: number
  /** The practice's: working time and days are told on its wall. */
  zone: string
}

/** A start that fits, with the facts of its sentence. Moments in epoch milliseconds, the rest whole minutes. */
export type Slot = {
  consultantId: string
  /** Of the practice, "2026-05-14". */
  day: string
  start: number
  end: number
  /** When to leave for it at the latest; a drive may pause for breaks and calls. */
  leaves: number
  /** What no other visit may touch: the drive there (after a call before it), set-up, visit, wrap-up. */
  blocked: Span
  /** The booked neighbours of that day, by id; null: none. */
  before: string | null
  after: string | null
  /** The spot one comes from, by id; null: nowhere in particular, or a call. */
  from: string | null
  there: Drive
  /** To the next home of the day, or to where it ends; null where there is no such drive. */
  onward: Drive | null
  /** Minutes to spare after the drive there; null where nothing is before. */
  spare: number | null
  /** Minutes to spare before what follows has to be left for; null where nothing is after. */
  spareAfter: number | null
  /** Minutes of driving it adds to the day; below 0 where the way over this home is known to be quicker. */
  added: number
}
