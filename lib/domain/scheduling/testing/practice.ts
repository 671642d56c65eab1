import { Temporal } from 'temporal-polyfill'
import type { Asked, Booked, Consultant } from '../asked'
import { minute } from '../span'
import type { Spot } from '../travel-source'
import type { DayHours, WorkingTime } from '../working-time'

/** Builders of a small practice for tests: wall times of its zone, homes on a line, and drives that are easy to add. */
export const nineToFive: DayHours = {
  ...{ start: '09:00', end: '17:00', breaks: [], startPlace: 'office', endPlace: 'office' },
}

export const sameEveryDay = (hours: DayHours): WorkingTime => ({
  weekly: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours },
  exceptions: [],
  timeOff: [],
})

/** Places at so many minutes from the office along one road: drives between them are the difference. */
export const spotAt = (minutes: number): Spot => ({ id: `${minutes} min`, at: null })
export const office = spotAt(0)

const minutesAlong = (spot: Spot) => Number.parseInt(spot.id, 10)
export const alongTheRoad = (from: Spot, to: Spot) => ({
  minutes: Math.abs(minutesAlong(from) - minutesAlong(to)),
  source: 'estimate' as const,
  rough: false,
})

export const at = (wall: string, zone = 'Europe/London'): number =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds

export const visitAt = (
  wall: string,
  minutes: number,
  spot: Spot | null,
  more: Partial<Booked> = {},
): Booked => ({
  ...{ id: wall.slice(11), from: at(wall), until: at(wall) + minutes * minute, setUp: 0, wrapUp: 0, spot },
  ...more,
})

export const consultantWith = (booked: readonly Booked[] = [], hours = nineToFive): Consultant => ({
  ...{ id: 'mairi', working: sameEveryDay(hours), places: { home: office, office }, booked },
})

/** An hour's visit 20 minutes from the office, asked for one Thursday in London. */
export function askedOf(consultant: Consultant, more: Partial<Asked> = {}): Asked {
  const day = '2026-05-14'
  return {
    wanted: { minutes: 60, setUp: 0, wrapUp: 0, spot: spotAt(20), zone: 'Europe/London', maxDrive: null },
    consultants: [consultant],
    closings: [],
    travel: alongTheRoad,
    rules: { notice: 0, horizon: null, grid: 15 },
    window: { from: at(`${day}T00:00`), until: at(`${day}T23:59`) },
    now: at('2026-05-01T12:00'),
    zone: 'Europe/London',
    ...more,
  }
}

export const wallsOf = (slots: readonly { start: number }[], zone = 'Europe/London'): string[] =>
  slots.map(({ start }) =>
    Temporal.Instant.fromEpochMilliseconds(start)
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .slice(11),
  )
