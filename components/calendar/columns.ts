import type { Temporal } from 'temporal-polyfill'
import type { AskedTime } from '@/lib/domain/request/pages'
import { commonShades, type Shade } from '@/lib/domain/scheduling/calendar-days'
import { placeVisits, type Placed } from '@/lib/domain/scheduling/week'
import type { CalendarVisit } from '@/lib/domain/visit/pages'
import type { CalendarView } from './types'

/** One column of the grid: a day of everybody or of one, or on the day view somebody's. */
export type Column = {
  key: string
  day: Temporal.PlainDate
  /** Whose column it is; undefined: everybody's. */
  person: { id: string; name: string } | undefined
  shades: Shade[]
  blocks: Placed<CalendarVisit>[]
  /** Times that are asked for, in lanes of their own behind the visits. */
  asked: Placed<AskedTime>[]
}

/** The days from left to right; on a day view all consultants side by side. */
export function columnsOf(page: CalendarView): Column[] {
  const { days, view, who, trainers, visits, asked, zone } = page
  if (view !== 'day')
    return days.map((day) => ({
      key: day.toString(),
      day,
      person: trainers.find(({ id }) => id === who),
      shades: shadesOf(page, day, who),
      blocks: placeVisits(visits, zone).filter((one) => one.day.equals(day)),
      asked: placeVisits(asked, zone).filter((one) => one.day.equals(day)),
    }))
  const [day] = days
  // Whoever left the practice still has the visits they made.
  const gone = visits
    .filter(({ consultantId }) => !trainers.some(({ id }) => id === consultantId))
    .map(({ consultantId, consultantName }) => [consultantId, consultantName] as const)
  const people = [...trainers, ...[...new Map(gone)].map(([id, name]) => ({ id, name }))]
  if (!day) return []
  return people
    .filter(({ id }) => who === undefined || id === who)
    .map((person) => ({
      key: person.id,
      day,
      person,
      shades: shadesOf(page, day, person.id),
      blocks: placeVisits(
        visits.filter(({ consultantId }) => consultantId === person.id),
        zone,
      ),
      asked: placeVisits(
        asked.filter(({ consultantId }) => consultantId === person.id),
        zone,
      ),
    }))
}

function shadesOf({ shades }: CalendarView, day: Temporal.PlainDate, who: string | undefined): Shade[] {
  const on = (days: ReadonlyMap<string, Shade[]> | undefined) => days?.get(day.toString()) ?? []
  return who === undefined ? commonShades([...shades.values()].map(on)) : on(shades.get(who))
}

/** The hours the grid shows, in minutes after midnight: all that is worked, and every visit with its ways. */
export function hoursOf(columns: readonly Column[]): { top: number; bottom: number } {
  const worked = columns.flatMap(({ shades }) => {
    const off = shades.filter(({ kind }) => kind === 'off' || kind === 'closed')
    if (off.some(({ from, until }) => from === 0 && until === 1440)) return []
    const ends = [
      off.find(({ from }) => from === 0)?.until ?? 0,
      off.find(({ until }) => until === 1440)?.from ?? 1440,
    ]
    return ends
  })
  const visited = columns.flatMap(({ blocks, asked }) =>
    [...blocks, ...asked].flatMap(({ start, travel, length, homeward }) => [
      start - travel,
      start + length + homeward,
    ]),
  )
  const all = [...worked, ...visited]
  const [first, last] = all.length > 0 ? [Math.min(...all), Math.max(...all)] : [8 * 60, 18 * 60]
  return {
    top: Math.max(0, Math.floor(first / 60) * 60),
    bottom: Math.min(1440, Math.max(Math.ceil(last / 60) * 60, Math.floor(first / 60) * 60 + 240)),
  }
}
