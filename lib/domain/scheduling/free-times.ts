import { Temporal } from 'temporal-polyfill'
import { dayOf, instantOf, spanOfDay } from '@/lib/domain/time/time'
import { longestTravel } from './travel'

/** Time that is taken, travel there included, in epoch milliseconds. */
export type Busy = {
  from: number
  until: number
  /** When the visit itself begins; `from` where nothing is known. */
  begins?: number
  /** Minutes between that home and the one asked for, either way. */
  travel?: number
}

export type FreeTime<B extends Busy = Busy> = {
  start: Temporal.Instant
  /** The visit of that day one comes from; null: from the practice. */
  before: B | null
  /** Minutes of driving there, and minutes left over after the visit before (null: nothing before). */
  travel: number
  spare: number | null
}

type Asked<B extends Busy> = {
  busy: readonly B[]
  /** Wall times of the working day, "08:30" to "18:30", in `zone`. */
  hours: { start: string; end: string }
  /** Length of the visit. */
  minutes: number
  /** Minutes of travel from the practice. */
  travel: number
  after: Temporal.Instant
  zone: string
  /** Zone of the home, whose clocks must know the time exactly once. */
  placeZone?: string
  /** Least minutes between two offered starts; a quarter of an hour where it is left out. */
  apart?: number
  count: number
}

/** How far ahead we look, and the grid: ours. */
const daysAhead = 14
const quarter = 15 * 60_000
const upToQuarter = (ms: number) => Math.ceil(ms / quarter) * quarter

/**
 * The next starts on a quarter hour, over 14 days, at which a visit fits: inside the day's hours, over nothing
 * that is taken, with the drive from the visit before and to the visit after. Earliest first, at most `count`.
 */
export function nextFreeTimes<B extends Busy>(asked: Asked<B>): FreeTime<B>[] {
  const busy = asked.busy.toSorted((a, b) => a.from - b.from)
  const found: FreeTime<B>[] = []
  const first = dayOf(asked.after, asked.zone)
  for (let ahead = 0; ahead < daysAhead && found.length < asked.count; ahead++) {
    const day = first.add({ days: ahead })
    found.push(...timesOfDay(day, busy, asked, asked.count - found.length))
  }
  return found
}

function timesOfDay<B extends Busy>(
  day: Temporal.PlainDate,
  busy: readonly B[],
  { hours, minutes, travel, after, zone, placeZone = zone, apart = 15 }: Asked<B>,
  count: number,
): FreeTime<B>[] {
  const opens = wallIn(day, hours.start, zone)
  const closes = wallIn(day, hours.end, zone)
  const whole = spanOfDay(day, zone)
  const [dawn, night] = [whole.from.epochMilliseconds - longestTravel * 60_000, whole.until.epochMilliseconds]
  const today = busy.filter((one) => one.until > dawn && one.from < night)
  const length = minutes * 60_000
  const times: FreeTime<B>[] = []
  let start = upToQuarter(Math.max(opens, after.epochMilliseconds))
  while (start + length <= closes && times.length < count) {
    const before = lastOver(today, start)
    const drive = before?.travel ?? travel
    const earliest = before ? before.until + drive * 60_000 : start
    const inTheWay = today.find((one) => one.until > start && one.from < start + length)
    const next = today.find((one) => one.from >= start + length)
    if (earliest > start) start = upToQuarter(earliest)
    else if (inTheWay) start = Math.max(start + quarter, upToQuarter(inTheWay.until))
    else if (next && start + length + (next.travel ?? 0) * 60_000 > (next.begins ?? next.from))
      start += quarter
    else if (!isExact(start, placeZone)) start += quarter
    else {
      const spare = before ? Math.floor((start - earliest) / 60_000) : null
      times.push({ start: Temporal.Instant.fromEpochMilliseconds(start), before, travel: drive, spare })
      start += upToQuarter(apart * 60_000)
    }
  }
  return times
}

/** What ended last before a moment. */
function lastOver<B extends Busy>(busy: readonly B[], start: number): B | null {
  let last: B | null = null
  for (const one of busy) if (one.until <= start && (!last || one.until >= last.until)) last = one
  return last
}

/** The wall time of a day; one the clocks skip or repeat is read as the earlier side of the change. */
function wallIn(day: Temporal.PlainDate, wall: string, zone: string): number {
  return day.toZonedDateTime({ timeZone: zone, plainTime: wall }).epochMilliseconds
}

/** Whether the clocks of the home show this moment once, so that it can be booked by its wall time. */
function isExact(ms: number, zone: string): boolean {
  const wall = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime()
  return instantOf(wall, zone) instanceof Temporal.Instant
}
