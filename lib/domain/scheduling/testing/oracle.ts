import { Temporal } from 'temporal-polyfill'
import { instantOf } from '@/lib/domain/time/time'
import type { Asked, Booked, Consultant } from '../asked'
import { minute, type Span } from '../span'
import type { Spot } from '../travel-source'
import type { DayHours, DayPlace, WallSpan } from '../working-time'

/**
 * Whether a start fits, told the slow way: minute by minute on walls that Temporal reads, with none of the
 * calculator's parts. Booked visits must not overlap and must lie on whole minutes.
 */
export function oracle(asked: Asked, consultant: Consultant) {
  const { wanted, zone, rules, now, window } = asked
  const latestDay =
    rules.horizon === null ? null : wallOf(now, zone).toPlainDate().add({ days: rules.horizon })
  const days = new Map<string, OracleDay | null>()
  const dayOf = (start: number) => {
    const date = wallOf(start, zone).toPlainDate()
    const known = days.get(date.toString())
    if (known !== undefined) return known
    const made = oracleDay(asked, consultant, date)
    days.set(date.toString(), made)
    return made
  }
  return (start: number): boolean => {
    if (start < window.from || start >= window.until || start < now + rules.notice * 60 * minute) return false
    const date = wallOf(start, zone).toPlainDate()
    if (latestDay && Temporal.PlainDate.compare(date, latestDay) > 0) return false
    if (typeof instantOf(wallOf(start, wanted.zone), wanted.zone) === 'string') return false
    const day = dayOf(start)
    return day !== null && standsIn(day, asked, consultant, start)
  }
}

const walls = new Map<string, Temporal.PlainDateTime>()
function wallOf(moment: number, zone: string): Temporal.PlainDateTime {
  const key = `${zone}${moment}`
  const known = walls.get(key)
  if (known) return known
  const wall = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDateTime()
  walls.set(key, wall)
  return wall
}

type OracleDay = { hours: DayHours; from: number; until: number; resting: Set<number>; today: Booked[] }

function oracleDay(
  { closings, zone }: Asked,
  consultant: Consultant,
  date: Temporal.PlainDate,
): OracleDay | null {
  const { exceptions, weekly, timeOff } = consultant.working
  const closing = closings.find(({ day }) => day.equals(date))
  const exception = exceptions.find(({ day }) => day.equals(date))
  const hours = exception ? exception.hours : (weekly[date.dayOfWeek as 1] ?? null)
  if (!hours || closing?.kind === 'closed' || (closing && !exception)) return null
  const minutes: number[] = []
  const first = date.toZonedDateTime(zone).epochMilliseconds
  const next = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
  for (let at = first; at < next; at += minute) minutes.push(at)
  const shown = (at: number) => wallOf(at, zone).toPlainTime().toString({ smallestUnit: 'minute' })
  const spanOf = ({ start, end }: WallSpan): Span => {
    const from = minutes.find((at) => shown(at) >= start) ?? next
    const last = minutes.findLast((at) => shown(at) < end) ?? first - minute
    return { from, until: last + minute }
  }
  const off = timeOff.map(({ from, until }) => ({
    from: minutes.find((at) => Temporal.PlainDateTime.compare(wallOf(at, zone), from) >= 0) ?? next,
    until:
      (minutes.findLast((at) => Temporal.PlainDateTime.compare(wallOf(at, zone), until) < 0) ?? -1) + minute,
  }))
  const rests = [...hours.breaks.map(spanOf), ...off]
  const resting = new Set(minutes.filter((at) => rests.some(({ from, until }) => from <= at && at < until)))
  const today = consultant.booked
    .filter((stop) => ready(stop) < next && free(stop) > first)
    .toSorted((a, b) => a.from - b.from)
  return { hours, ...spanOf(hours), resting, today }
}

const ready = (stop: Booked) => stop.from - stop.setUp * minute
const free = (stop: Booked) => stop.until + stop.wrapUp * minute

function standsIn(
  day: OracleDay,
  { wanted, travel }: Asked,
  { id, places }: Consultant,
  start: number,
): boolean {
  const it: Booked = { ...wanted, id: 'it', from: start, until: start + wanted.minutes * minute }
  if (ready(it) < day.from || free(it) > day.until) return false
  for (let at = ready(it); at < free(it); at += minute) if (day.resting.has(at)) return false
  if (day.today.some((stop) => ready(stop) < free(it) && ready(it) < free(stop))) return false
  const place = (name: DayPlace): Spot | null => (name === 'anywhere' ? null : places[name])
  const drive = (from: Spot | null, to: Spot | null) => (from && to ? travel(from, to, id).minutes : 0)
  const before = day.today.filter((stop) => stop.from < start)
  const after = day.today.filter((stop) => stop.from >= start)
  const calls = [...day.today, it].filter((stop) => !stop.spot)
  const driving = (from: number, until: number) => {
    let count = 0
    for (let at = from; at < until; at += minute)
      if (!day.resting.has(at) && !calls.some((call) => ready(call) <= at && at < free(call))) count++
    return count
  }
  const last = before.findLast((stop) => stop.spot)
  const next = after.find((stop) => stop.spot)
  const [origin, left] = [last?.spot ?? place(day.hours.startPlace), last ? free(last) : day.from]
  const [goal, due] = [next?.spot ?? place(day.hours.endPlace), next ? ready(next) : day.until]
  if (!it.spot) return (!last && !next) || driving(left, due) >= drive(origin, goal)
  const there = drive(origin, it.spot)
  if (wanted.maxDrive !== null && there > wanted.maxDrive) return false
  return driving(left, ready(it)) >= there && driving(free(it), due) >= drive(it.spot, goal)
}
