import { Temporal } from 'temporal-polyfill'
import { locale } from './locale'

/** A moment, shown in a zone, or a local day that needs none. */
type Day = Temporal.Instant | Temporal.PlainDate

const formats = new Map<string, Intl.DateTimeFormat>()

/** Intl formatters are slow to make and safe to keep. Numerals, order and words are those of the reader's locale. */
function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale()} ${zone} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale(), { ...options, timeZone: zone })
  formats.set(key, made)
  return made
}

/** British dates are put together without the commas that Intl sets; other locales keep their own marks. */
const isBritish = () => locale() === 'en-GB'

const noonOf = (day: Temporal.PlainDate): number =>
  day.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds

/** Days are formatted at noon UTC, instants in their zone. */
function shown(day: Day, zone: string, options: Intl.DateTimeFormatOptions): string {
  return day instanceof Temporal.PlainDate
    ? format('UTC', options).format(noonOf(day))
    : format(zone, options).format(day.epochMilliseconds)
}

/** "Thursday 14 May"; with the year where `year` asks for it: "Thursday 14 May 2026". */
export function dayLong(day: Day, zone: string, { year = false } = {}): string {
  if (!isBritish())
    return shown(day, zone, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(year ? { year: 'numeric' } : {}),
    })
  const weekday = shown(day, zone, { weekday: 'long' })
  return `${weekday} ${monthDay(day, zone)}${year ? ` ${shown(day, zone, { year: 'numeric' })}` : ''}`
}

/** "Thu 14 May". */
export function dayShort(day: Day, zone: string): string {
  if (!isBritish()) return shown(day, zone, { weekday: 'short', day: 'numeric', month: 'short' })
  return `${shown(day, zone, { weekday: 'short' })} ${shown(day, zone, { day: 'numeric' })} ${shown(day, zone, { month: 'short' })}`
}

/** "14 May". */
export const monthDay = (day: Day, zone: string): string =>
  shown(day, zone, { day: 'numeric', month: 'long' })

/** "Thu". */
export const weekdayShort = (day: Day, zone: string): string => shown(day, zone, { weekday: 'short' })

/** "Thursday". */
export const weekdayLong = (day: Day, zone: string): string => shown(day, zone, { weekday: 'long' })

/** "May". */
export const monthShort = (day: Day, zone: string): string => shown(day, zone, { month: 'short' })

/** "14 May 2026". */
export const dayInYear = (day: Day, zone: string): string =>
  shown(day, zone, { day: 'numeric', month: 'long', year: 'numeric' })

/** "May 2026". */
export const monthInYear = (month: Temporal.PlainYearMonth): string =>
  shown(month.toPlainDate({ day: 1 }), 'UTC', { month: 'long', year: 'numeric' })

/** "09:45" on the wall of the zone, "9:45 AM" for an American; a wall time needs no zone. */
export function time(
  moment: Temporal.Instant | Temporal.PlainDateTime | Temporal.PlainTime,
  zone: string,
): string {
  const wall = moment instanceof Temporal.Instant ? moment.toZonedDateTimeISO(zone) : moment
  if (locale() === 'en-US')
    return `${wall.hour % 12 || 12}:${twoDigits(wall.minute)} ${wall.hour < 12 ? 'AM' : 'PM'}`
  return `${twoDigits(wall.hour)}:${twoDigits(wall.minute)}`
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** "09:45–10:45". */
export const timeRange = (from: Temporal.Instant, until: Temporal.Instant, zone: string): string =>
  `${time(from, zone)}–${time(until, zone)}`

/** "Thu 14 May, 09:45". */
export const dayAndTime = (moment: Temporal.Instant, zone: string): string =>
  `${dayShort(moment, zone)}, ${time(moment, zone)}`

/** "Thu 14 May, 09:45", of a wall time: it needs no zone. */
export const wallLabel = (wall: Temporal.PlainDateTime): string =>
  `${dayShort(wall.toPlainDate(), 'UTC')}, ${time(wall, 'UTC')}`

/** "today", "tomorrow", "yesterday", "in 3 days", "5 days ago"; beyond two weeks the day itself. */
export function relativeDay(day: Day, today: Temporal.PlainDate, zone: string): string {
  const there = day instanceof Temporal.PlainDate ? day : day.toZonedDateTimeISO(zone).toPlainDate()
  const away = today.until(there, { largestUnit: 'days' }).days
  if (Math.abs(away) > 14) return there.year === today.year ? monthDay(there, zone) : dayInYear(there, zone)
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(away, 'day')
}

/** "45 min", "1 h", "1 h 52 min". Whole minutes. */
export function minutes(count: number): string {
  const whole = Math.max(0, Math.round(count))
  if (whole < 60) return `${whole} min`
  const rest = whole % 60
  return rest === 0 ? `${Math.floor(whole / 60)} h` : `${Math.floor(whole / 60)} h ${rest} min`
}

/** "11–17 May", "29 June – 5 July". */
export function dayRange(from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  return format('UTC', { day: 'numeric', month: 'long' }).formatRange(noonOf(from), noonOf(to))
}

/** "10:15–11:15" on the wall of the visit's place. */
export const timeRangeOfWall = (start: Temporal.PlainDateTime, minutes: number): string =>
  `${time(start, 'UTC')}–${time(start.add({ minutes }), 'UTC')}`
