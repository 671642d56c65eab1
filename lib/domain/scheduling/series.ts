import type { Temporal } from 'temporal-polyfill'
import { instantOf, type WallTimeRefusal } from '@/lib/domain/time/time'
import type { Weekday } from './working-time'

/** Every so many weeks on some weekdays at one time of the home's wall. */
export type SeriesRule = {
  /** The day it begins with, and its time of day. */
  first: Temporal.PlainDateTime
  /** 1 to 52; weeks begin on Monday. */
  everyWeeks: number
  /** At least one. */
  weekdays: readonly Weekday[]
  end: { count: number } | { until: Temporal.PlainDate }
}

/** One visit a rule asks for. The day it was meant for names it for good, wherever it is moved. */
export type Occurrence = { day: Temporal.PlainDate; wall: Temporal.PlainDateTime }

/** More visits than this are not planned at once: ours, two years of weeks. */
export const mostOccurrences = 104

/** The visits a rule asks for, in order, at most 104: as wall times, so that 09:00 stays 09:00. */
export function occurrencesOf({ first, everyWeeks, weekdays, end }: SeriesRule): Occurrence[] {
  const start = first.toPlainDate()
  const monday = start.subtract({ days: start.dayOfWeek - 1 })
  const days = [...new Set(weekdays)].toSorted((a, b) => a - b)
  const most = Math.min(mostOccurrences, 'count' in end ? end.count : mostOccurrences)
  const found: Occurrence[] = []
  if (days.length === 0 || everyWeeks < 1) return found
  for (let week = 0; ; week++) {
    for (const weekday of days) {
      const day = monday.add({ days: week * everyWeeks * 7 + weekday - 1 })
      if (isBefore(day, start)) continue
      if (found.length >= most || ('until' in end && isBefore(end.until, day))) return found
      found.push({ day, wall: day.toPlainDateTime(first.toPlainTime()) })
    }
  }
}

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => a.since(b).sign < 0

/** The moment of an occurrence at a home, epoch milliseconds; a time its clocks skip or repeat by name. */
export function momentOf({ wall }: Occurrence, zone: string): number | WallTimeRefusal {
  const instant = instantOf(wall, zone)
  return typeof instant === 'string' ? instant : instant.epochMilliseconds
}
