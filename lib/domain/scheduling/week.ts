import type { Temporal } from 'temporal-polyfill'

/** Monday to Sunday of the week a day lies in. */
export function weekOf(day: Temporal.PlainDate): Temporal.PlainDate[] {
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  return Array.from({ length: 7 }, (_, index) => monday.add({ days: index }))
}

type Spanned = { from: Temporal.Instant; until: Temporal.Instant; leaves: Temporal.Instant }
export type Placed<V> = {
  visit: V
  day: Temporal.PlainDate
  start: number
  length: number
  travel: number
  lane: number
  lanes: number
}

/**
 * Visits as blocks of day columns: start in minutes after midnight on the practice's wall, length and travel in
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
      lane: 0,
      lanes: 1,
    }
  })
  const days = new Map<string, typeof placed>()
  for (const one of placed) {
    const key = one.day.toString()
    days.set(key, [...(days.get(key) ?? []), one])
  }
  for (const day of days.values()) layOut(day.toSorted((a, b) => a.start - b.start))
  return placed
}

type Block = { start: number; length: number; lane: number; lanes: number }

/** Blocks that touch in time form a group; each takes the first lane that is free again. */
function layOut(blocks: Block[]): void {
  let group: Block[] = []
  let ends: number[] = []
  const close = () => {
    for (const block of group) block.lanes = ends.length
    group = []
    ends = []
  }
  for (const block of blocks) {
    if (ends.length > 0 && ends.every((end) => end <= block.start)) close()
    const free = ends.findIndex((end) => end <= block.start)
    block.lane = free === -1 ? ends.length : free
    ends[block.lane] = block.start + block.length
    group.push(block)
  }
  close()
}

const minutesBetween = (from: Temporal.Instant, until: Temporal.Instant) =>
  Math.round((until.epochMilliseconds - from.epochMilliseconds) / 60_000)
