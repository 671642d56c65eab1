import type { Span } from './span'
import type { Spot, TravelSource } from './travel-source'

export type DayEnd = { place: 'home' | 'office'; spot: Spot }

/** A consultant's day around its visits. Moments in epoch milliseconds. */
export type DayAround = {
  /** Null on a day off; visits may stand in it all the same. */
  hours: Span | null
  /** Breaks and time off, in order and apart. */
  away: readonly Span[]
  /** Where the day begins and ends; null: anywhere. */
  start: DayEnd | null
  end: DayEnd | null
  who: string
  travel: TravelSource
}
