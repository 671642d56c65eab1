import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import type { Asked, Booked, Consultant, Grid } from '../asked'
import { minute } from '../span'
import { travelSource, type Spot } from '../travel-source'
import { ourRoads } from '../travel'
import { dayPlaces, type DayHours, type WallSpan, type WorkingTime } from '../working-time'

/** Days on which something happens to the clocks, and one on which nothing does; wall times of their zone. */
export const changes = [
  ['Europe/London', '2026-05-14'],
  ['Europe/London', '2026-03-29'],
  ['Europe/London', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['America/Santiago', '2026-04-04'],
  ['America/Santiago', '2026-09-06'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Asia/Kathmandu', '2026-05-14'],
] as const

const wall = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const spots: readonly Spot[] = Array.from({ length: 8 }, (_, n) => ({
  id: `home ${n}`,
  at: n === 7 ? null : { lat: 55.9 + (n % 3) * 0.03, lng: -3.2 + Math.floor(n / 3) * 0.05 },
  parking: n === 2 ? 8 : null,
}))
const spot = fc.constantFrom(...spots)
const few = fc.constantFrom(0, 0, 5, 10)

/** Two different minutes of a day, on five minutes. */
const wallSpan = (from: number, until: number) =>
  fc
    .tuple(fc.integer({ min: from / 5, max: until / 5 - 1 }), fc.integer({ min: 1, max: 60 }))
    .map(([start, length]): WallSpan => ({
      start: wall(start * 5),
      end: wall(Math.min(until, (start + length) * 5)),
    }))

const hours: fc.Arbitrary<DayHours> = fc.record({
  start: fc.constantFrom('00:00', '00:30', '01:30', '02:15', '08:00', '09:05'),
  end: fc.constantFrom('01:45', '02:30', '12:00', '17:30', '23:30', '24:00'),
  breaks: fc.array(wallSpan(0, 1440), { maxLength: 2 }),
  startPlace: fc.constantFrom(...dayPlaces),
  endPlace: fc.constantFrom(...dayPlaces),
})

const working = (date: Temporal.PlainDate): fc.Arbitrary<WorkingTime> =>
  fc.record({
    weekly: hours.map((same) => ({ 1: same, 2: same, 3: same, 4: same, 5: same, 6: same, 7: same })),
    exceptions: fc.array(fc.record({ day: fc.constant(date), hours: fc.option(hours) }), { maxLength: 1 }),
    timeOff: fc
      .array(
        fc.record({ at: fc.integer({ min: -300, max: 1500 }), length: fc.integer({ min: 15, max: 400 }) }),
        { maxLength: 1 },
      )
      .map((all) =>
        all.map(({ at, length }) => ({
          from: date.toPlainDateTime().add({ minutes: at }),
          until: date.toPlainDateTime().add({ minutes: at + length }),
        })),
      ),
  })

/** Visits one after another, never overlapping, on odd minutes, with calls among them. */
const booked = (midnight: number): fc.Arbitrary<Booked[]> =>
  fc
    .array(
      fc.record({
        gap: fc.integer({ min: 0, max: 200 }),
        length: fc.integer({ min: 5, max: 120 }),
        ...{ setUp: few, wrapUp: few },
        spot: fc.option(spot, { freq: 3 }),
      }),
      { maxLength: 6 },
    )
    .map((all) => {
      let at = midnight
      return all.map(({ gap, length, setUp, wrapUp, spot }, index) => {
        const from = at + (gap + setUp) * minute
        const until = from + length * minute
        at = until + wrapUp * minute
        return { id: `visit ${index}`, from, until, setUp, wrapUp, spot }
      })
    })

const measured = fc.array(
  fc.record({
    consultantId: fc.constantFrom('a', 'b'),
    from: spot.map(({ id }) => id),
    to: spot.map(({ id }) => id),
    minutes: fc.integer({ min: 1, max: 60 }),
    at: fc.integer({ min: 0, max: 1e6 }).map((at) => Temporal.Instant.fromEpochMilliseconds(at)),
  }),
  { maxLength: 20 },
)

/** A question about one day in one of the zones, with everything at once; `asked.window` is that day and more. */
export const randomAsked: fc.Arbitrary<Asked> = fc.constantFrom(...changes).chain(([zone, day]) => {
  const date = Temporal.PlainDate.from(day)
  const midnight = date.toZonedDateTime(zone).epochMilliseconds
  const consultant = (id: string): fc.Arbitrary<Consultant> =>
    fc.record({
      id: fc.constant(id),
      working: working(date),
      places: fc.record({ home: spot, office: spot }),
      booked: booked(midnight),
    })
  return fc.record({
    wanted: fc.record({
      minutes: fc.constantFrom(5, 20, 45, 90),
      ...{ setUp: few, wrapUp: few },
      spot: fc.option(spot, { freq: 4 }),
      zone: fc.constantFrom(zone, zone, 'Europe/London', 'Australia/Lord_Howe'),
      maxDrive: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 1 }),
    }),
    consultants: fc.tuple(consultant('a'), consultant('b')),
    closings: fc.array(
      fc.record({
        day: fc.constant(date.add({ days: 1 })),
        kind: fc.constantFrom('closed' as const, 'holiday' as const),
        name: fc.constant(''),
      }),
      { maxLength: 1 },
    ),
    travel: measured.map((drives) => travelSource({ measured: drives, roads: ourRoads })),
    rules: fc.record({
      notice: fc.constantFrom(0, 0, 5),
      horizon: fc.constantFrom(null, null, 0, 1),
      grid: fc.constantFrom<Grid>(5, 15, 30, 60),
    }),
    window: fc.record({
      from: fc.integer({ min: -60, max: 200 }).map((at) => midnight + at * minute),
      until: fc.integer({ min: 700, max: 1600 }).map((at) => midnight + at * minute),
    }),
    now: fc.integer({ min: -1600, max: 300 }).map((at) => midnight + at * minute),
    zone: fc.constant(zone as string),
  })
})
