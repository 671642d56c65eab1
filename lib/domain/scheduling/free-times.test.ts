import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { nextFreeTimes, type Busy } from './free-times'

const zone = 'Europe/Vienna'
const hours = { start: '08:30', end: '18:30' }
const ms = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const asked = {
  busy: [] as Busy[],
  hours,
  minutes: 60,
  travel: 20,
  after: Temporal.Instant.from('2026-05-14T04:00:00Z'),
  zone,
  count: 3,
}
const starts = (times: { start: Temporal.Instant }[]) => times.map((time) => time.start.toString())

describe('the next free times', () => {
  it('begins with the day where nothing is booked', () => {
    expect(starts(nextFreeTimes(asked))).toEqual([
      '2026-05-14T06:30:00Z',
      '2026-05-14T06:45:00Z',
      '2026-05-14T07:00:00Z',
    ])
  })

  it('leaves room for the drive from the visit before and to the visit after, and says what is spare', () => {
    const busy = [
      { from: ms('2026-05-14T06:00:00Z'), until: ms('2026-05-14T08:00:00Z'), travel: 22 },
      {
        from: ms('2026-05-14T10:00:00Z'),
        until: ms('2026-05-14T16:30:00Z'),
        begins: ms('2026-05-14T10:15:00Z'),
        travel: 40,
      },
    ]
    const [first] = nextFreeTimes({ ...asked, busy, count: 1 })
    expect(first).toMatchObject({ travel: 22, spare: 8 })
    expect(first?.start.toString()).toBe('2026-05-14T08:30:00Z')
    const [long] = nextFreeTimes({ ...asked, busy, minutes: 75, count: 1 })
    expect(long?.start.toString()).toBe('2026-05-15T06:30:00Z')
  })

  it('goes on tomorrow when the day is over, and gives up after 14 days', () => {
    const late = Temporal.Instant.from('2026-05-14T16:00:00Z')
    expect(starts(nextFreeTimes({ ...asked, after: late, count: 1 }))).toEqual(['2026-05-15T06:30:00Z'])
    const fortnight = { from: ms('2026-05-14T00:00:00Z'), until: ms('2026-06-01T00:00:00Z') }
    expect(nextFreeTimes({ ...asked, busy: [fortnight] })).toEqual([])
  })

  it('never offers a time that the clocks of the home skip or repeat', () => {
    const night = { start: '00:30', end: '05:00' }
    for (const day of ['2026-03-29', '2026-10-25']) {
      const times = nextFreeTimes({
        ...asked,
        hours: night,
        minutes: 15,
        after: Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant(),
        count: 400,
      })
      const walls = times.map(({ start }) => start.toZonedDateTimeISO(zone).toPlainDateTime())
      expect(walls.some((wall) => wall.toString().startsWith(`${day}T02`))).toBe(false)
      for (const wall of walls) wall.toZonedDateTime(zone, { disambiguation: 'reject' })
    }
  })

  it('never overlaps what is taken, stays inside the hours, on quarter hours, in order, on any days', () => {
    const origin = ms('2026-03-20T00:00:00Z')
    const booked = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 14 * 24 * 12 }),
        length: fc.integer({ min: 1, max: 60 }),
        travel: fc.integer({ min: 0, max: 60 }),
      }),
      { maxLength: 40 },
    )
    const zones = fc.constantFrom(zone, 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu')
    const sizes = fc.record({
      minutes: fc.integer({ min: 5, max: 240 }),
      travel: fc.integer({ min: 0, max: 90 }),
    })
    fc.assert(
      fc.property(booked, zones, sizes, fc.integer({ min: 0, max: 240 }), (visits, where, size, hour) => {
        const busy = visits.map(({ at, length, travel }) => ({
          from: origin + at * 300_000,
          until: origin + (at + length) * 300_000,
          travel,
        }))
        const after = Temporal.Instant.fromEpochMilliseconds(origin + hour * 3_600_000)
        const times = nextFreeTimes({ ...asked, ...size, busy, after, zone: where, count: 6 })
        for (const [index, { start, travel, before }] of times.entries()) {
          const from = start.epochMilliseconds - travel * 60_000
          const until = start.epochMilliseconds + size.minutes * 60_000
          const overlapped = busy.find(
            (one) => one.from < until && one.until > (before ? from : start.epochMilliseconds),
          )
          expect(overlapped).toBeUndefined()
          const local = start.toZonedDateTimeISO(where)
          const wall = local.toPlainTime()
          const end = Temporal.Instant.fromEpochMilliseconds(until).toZonedDateTimeISO(where)
          expect(Temporal.PlainTime.compare(wall, hours.start)).toBeGreaterThanOrEqual(0)
          expect(end.toPlainDate().equals(local.toPlainDate())).toBe(true)
          expect(Temporal.PlainTime.compare(end.toPlainTime(), hours.end)).toBeLessThanOrEqual(0)
          expect(wall.minute % 15).toBe(0)
          expect(start.epochMilliseconds).toBeGreaterThanOrEqual(after.epochMilliseconds)
          if (index > 0)
            expect(times[index - 1]?.start.epochMilliseconds).toBeLessThan(start.epochMilliseconds)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is quick enough to ask for a whole practice', () => {
    const busy = Array.from({ length: 60 }, (_, n) => ({
      from: ms('2026-05-14T07:00:00Z') + n * 5 * 3_600_000,
      until: ms('2026-05-14T09:00:00Z') + n * 5 * 3_600_000,
    }))
    for (let consultant = 0; consultant < 50; consultant++) {
      expect(nextFreeTimes({ ...asked, busy }).length).toBe(3)
    }
  })
})
