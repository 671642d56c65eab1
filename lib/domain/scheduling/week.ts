import type { Temporal } from 'temporal-polyfill'

/** Monday to Sunday of the week a day lies in. */
export function weekOf(day: Temporal.PlainDate): Temporal.PlainDate[] {
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  return Array.from({ length: 7 }, (_, index) => monday.add({ days: index }))
}

/** `auto` is nobody's choice: a week on a desk, its list on a phone. */
export const calendarViews = ['auto', 'week', 'day', 'list'] as const
export type CalendarViewName = (typeof calendarViews)[number]

/** A view as an address asks for it. */
export const viewFrom = (asked: string | undefined): CalendarViewName =>
  calendarViews.find((name) => name === asked) ?? 'auto'

/** The days a view shows around the one that was asked for: a week, that day, or the fortnight from its Monday on. */
export function daysOfView(view: CalendarViewName, day: Temporal.PlainDate): Temporal.PlainDate[] {
  if (view === 'day') return [day]
  return view === 'list' ? [...weekOf(day), ...weekOf(day.add({ days: 7 }))] : weekOf(day)
}

type Spanned = {
  from: Temporal.Instant
  until: Temporal.Instant
  leaves: Temporal.Instant
  /** Minutes of the way home after it; 0 where there is none. */
  homeward?: number
}
export type Placed<V> = {
  visit: V
  day: Temporal.PlainDate
  start: number
  length: number
  travel: number
  homeward: number
  lane: number
  lanes: number
}

/**
 * Visits as blocks of day columns: start in minutes after midnight on the practice's wall, length and ways in
 * minutes. Those that overlap, as two consultants' do, stand beside each other in lanes.
 */
export function placeVisits<V extends Spanned>(visits: readonly V[], zone: string): Placed<V>[] {
  const placed = visits.map((visit) => {
    const wall = visit.from.toZonedDateTimeISO(zone)
    return {
      visit,
      day: wall.toPlainDate(),
      start: wall.hour * 60 + wall.minute,
      length: minutesBetween(visit.from, visit.until),
      travel: minutesBetween(visit.leaves, visit.from),
      homeward: visit.homeward ?? 0,
      lane: 0,
      lanes: 1,
    }
  })
  const days = new Map<string, typeof placed>()
  for (const one of placed) {
    const key = one.day.toString()
    days.set(key, [...(days.get(key) ?? []), one])
  }
  for (const day of days.values()) layOut(day.toSorted((a, b) => begins(a) - begins(b)))
  return placed
}

type Block = { start: number; length: number; travel: number; homeward: number; lane: number; lanes: number }

const begins = ({ start, travel }: Block) => start - travel
const ends = ({ start, length, homeward }: Block) => start + length + homeward

/** Blocks that touch in time, ways included, form a group; each takes the first lane that is free again. */
function layOut(blocks: Block[]): void {
  let group: Block[] = []
  let lanes: number[] = []
  const close = () => {
    for (const block of group) block.lanes = lanes.length
    group = []
    lanes = []
  }
  for (const block of blocks) {
    if (lanes.length > 0 && lanes.every((end) => end <= begins(block))) close()
    const free = lanes.findIndex((end) => end <= begins(block))
    block.lane = free === -1 ? lanes.length : free
    lanes[block.lane] = ends(block)
    group.push(block)
  }
  close()
}

const minutesBetween = (from: Temporal.Instant, until: Temporal.Instant) =>
  Math.round((until.epochMilliseconds - from.epochMilliseconds) / 60_000)
