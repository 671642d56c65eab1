import { Temporal } from 'temporal-polyfill'

/** The local day of an instant in a zone. */
export const dayOf = (instant: Temporal.Instant, zone: string): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(zone).toPlainDate()

/** Whole days since 1970-01-01; readiness counts in these. */
export const dayNumber = (day: Temporal.PlainDate): number =>
  Temporal.PlainDate.from('1970-01-01').until(day, { largestUnit: 'days' }).days

/** The day of such a number. */
export const dayOfNumber = (day: number): Temporal.PlainDate =>
  Temporal.PlainDate.from('1970-01-01').add({ days: day })

export type WallTimeRefusal = 'skippedHour' | 'repeatedHour'

/**
 * The instant of a wall time at a place. A wall time that the clocks skip or repeat has no single
 * answer and is refused by name, so that a person chooses.
 */
export function instantOf(wall: Temporal.PlainDateTime, zone: string): Temporal.Instant | WallTimeRefusal {
  try {
    return wall.toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant()
  } catch {
    const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
    return earlier.toPlainDateTime().equals(wall) ? 'repeatedHour' : 'skippedHour'
  }
}

/** Half-open span of a local day: from its first instant to the next day's first. */
export function spanOfDay(day: Temporal.PlainDate, zone: string) {
  const start = day.toZonedDateTime(zone)
  return { from: start.toInstant(), until: day.add({ days: 1 }).toZonedDateTime(zone).toInstant() }
}

export const isZone = (zone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}

/** A day as a form or an address bar says it, checked before by its schema; null where it is left out. */
export const dayFrom = (text: string | null | undefined): Temporal.PlainDate | null =>
  text ? Temporal.PlainDate.from(text) : null
