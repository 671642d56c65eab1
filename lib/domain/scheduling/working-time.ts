import type { Temporal } from 'temporal-polyfill'

/** "08:30" on the practice's wall; the end of a span may be "24:00". */
export type WallTime = string
export type WallSpan = { start: WallTime; end: WallTime }

/** Where a day begins or ends. `anywhere`: no drive is counted there. */
export const dayPlaces = ['home', 'office', 'anywhere'] as const
export type DayPlace = (typeof dayPlaces)[number]

/** Monday is 1, Sunday 7, as Temporal has it. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof weekdays)[number]

/**
 * The hours of a day, door to door: from `startPlace` one leaves at `start` at the earliest, at `endPlace` one is
 * back at `end` at the latest. In a break nobody is visited, called or driven to; a drive may pause for it.
 */
export type DayHours = WallSpan & {
  breaks: readonly WallSpan[]
  startPlace: DayPlace
  endPlace: DayPlace
}

/** A weekday that is missing is not worked. */
export type WeeklyHours = Partial<Record<Weekday, DayHours>>

/** One date that is not as its weekday: other hours, or none. */
export type DayException = { day: Temporal.PlainDate; hours: DayHours | null }

/** Half-open, on the practice's wall; whole days begin and end at 00:00. */
export type TimeOff = { from: Temporal.PlainDateTime; until: Temporal.PlainDateTime }

export type WorkingTime = {
  weekly: WeeklyHours
  exceptions: readonly DayException[]
  timeOff: readonly TimeOff[]
}

/** `closed`: nobody works. `holiday`: nobody but whoever has an exception with hours for that date. */
export const closingKinds = ['closed', 'holiday'] as const
export type ClosingKind = (typeof closingKinds)[number]
export type ClosingDay = { day: Temporal.PlainDate; kind: ClosingKind; name: string }

/** Minutes after midnight of a wall time, 0 to 1440. */
export const minutesOfDay = (wall: WallTime): number =>
  Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3, 5))

export type HoursRefusal = 'endBeforeStart' | 'breakOutsideHours' | 'breaksOverlap'

/** Why hours cannot be kept, and at which break (its place in the list); null where they can. */
export function hoursRefusal(hours: WallSpan & { breaks: readonly WallSpan[] }): {
  reason: HoursRefusal
  index?: number
} | null {
  if (hours.end <= hours.start) return { reason: 'endBeforeStart' }
  for (const [index, one] of hours.breaks.entries()) {
    if (one.end <= one.start) return { reason: 'endBeforeStart', index }
    if (one.start < hours.start || one.end > hours.end) return { reason: 'breakOutsideHours', index }
    const earlier = hours.breaks.slice(0, index)
    if (earlier.some((other) => other.start < one.end && one.start < other.end))
      return { reason: 'breaksOverlap', index }
  }
  return null
}
