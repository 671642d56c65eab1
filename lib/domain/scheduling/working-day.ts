import { Temporal } from 'temporal-polyfill'
import { dayNumber } from '@/lib/domain/time/time'
import { firstShown, lastShown, wallAt, type ZoneClock } from '@/lib/domain/time/zone-clock'
import { merged, overlap, type Span } from './span'
import {
  minutesOfDay,
  type ClosingDay,
  type DayHours,
  type DayPlace,
  type WallSpan,
  type Weekday,
  type WorkingTime,
} from './working-time'

const dayLength = 86_400_000

/** A local day as moments: 23, 24, 25 or 24 and a half hours long. `number`: whole days since 1970-01-01. */
export type Day = Span & { number: number; date: string; weekday: Weekday }

/** A day somebody works: hours, and in them `away`, the breaks and time off, in order and apart. */
export type WorkingDay = Span & {
  day: Day
  breaks: Span[]
  timeOff: Span[]
  away: Span[]
  startPlace: DayPlace
  endPlace: DayPlace
}
export type DayOff = { off: 'dayOff' } | { off: 'closed'; name: string }

/** The local days from the one a moment lies in to the one before `until`. */
export function daysOf(clock: ZoneClock, { from, until }: Span): Day[] {
  const first = Math.floor(wallAt(clock, from) / dayLength)
  const last = Math.floor(wallAt(clock, until - 1) / dayLength)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => dayAt(clock, first + index))
}

const dayAt = (clock: ZoneClock, number: number): Day => ({
  number,
  date: Temporal.PlainDate.from('1970-01-01').add({ days: number }).toString(),
  weekday: (((((number + 3) % 7) + 7) % 7) + 1) as Weekday,
  from: firstShown(clock, number * dayLength),
  until: firstShown(clock, (number + 1) * dayLength),
})

/**
 * A calculator of one person's days. A closing day wins over everything, an exception over a holiday and the
 * week. A boundary the clocks skip is the moment of their change; of one they show twice, a beginning is the
 * first and an end the last: "until 01:30" of a night with 25 hours holds all of its hour from one to two.
 */
export function workingDays(clock: ZoneClock, working: WorkingTime, closings: readonly ClosingDay[]) {
  const closed = new Map(closings.map((closing) => [dayNumber(closing.day), closing]))
  const exceptions = new Map(working.exceptions.map(({ day, hours }) => [dayNumber(day), hours]))
  const timeOff = working.timeOff.map(({ from, until }) => ({
    from: firstShown(clock, wallMilliseconds(from)),
    until: lastShown(clock, wallMilliseconds(until)),
  }))
  return (day: Day): WorkingDay | DayOff => {
    const closing = closed.get(day.number)
    const exception = exceptions.get(day.number)
    if (closing && (closing.kind === 'closed' || !exception)) return { off: 'closed', name: closing.name }
    const hours = exception === undefined ? working.weekly[day.weekday] : exception
    return hours ? onDay(clock, day, hours, timeOff) : { off: 'dayOff' }
  }
}

function onDay(clock: ZoneClock, day: Day, hours: DayHours, timeOff: readonly Span[]): WorkingDay {
  const spanOf = ({ start, end }: WallSpan): Span => ({
    from: firstShown(clock, day.number * dayLength + minutesOfDay(start) * 60_000),
    until: Math.min(day.until, lastShown(clock, day.number * dayLength + minutesOfDay(end) * 60_000)),
  })
  const breaks = hours.breaks.map(spanOf)
  const span = spanOf(hours)
  const off = timeOff.filter((one) => overlap(one, span))
  return {
    ...span,
    day,
    breaks,
    timeOff: off,
    away: merged([...breaks, ...off]),
    startPlace: hours.startPlace,
    endPlace: hours.endPlace,
  }
}

const wallMilliseconds = (wall: Temporal.PlainDateTime): number =>
  wall.toZonedDateTime('UTC').epochMilliseconds
