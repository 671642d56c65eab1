import fc from 'fast-check'
import ical, { type VEvent } from 'node-ical'
import { Temporal } from 'temporal-polyfill'
import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, it } from 'vitest'
import type { CalendarEntry } from '@/lib/domain/feed/feed'
import { changedIn2026, clockChanges, offsetByHand } from '@/lib/domain/scheduling/testing/clock-changes'
import { calendarText } from './calendar-text'

const at = (text: string) => Temporal.Instant.from(text)

function entry(more: Partial<CalendarEntry> = {}): CalendarEntry {
  const from = more.from ?? at('2026-05-14T08:15:00Z')
  return {
    ...{ uid: 'visit-1@doorstep', sequence: 3, changedAt: at('2026-05-01T10:00:00Z') },
    ...{ from, until: from.add({ minutes: 60 }), zone: 'Europe/Vienna', status: 'CONFIRMED' },
    ...{ title: 'Visit – Miso, north side', place: '', text: '', address: 'https://doorstep.test/visits/1' },
    ...more,
  }
}

type Read = { uid: string; from: number; until: number; title: string; place: string; text: string }

type Reader = { read: (file: string) => Read[]; sureOf: (zone: string, moment: Temporal.Instant) => boolean }

/**
 * node-ical keeps its own table of zones, ts-ics reads the VTIMEZONE: two opinions of the same file. ts-ics holds
 * the wall time of an event against the UTC time of a change, so that it errs for hours around one; and it takes
 * END:VEVENT for the end wherever it stands.
 */
const nodeIcal: Reader = {
  sureOf: () => true,
  read: (file) =>
    Object.values(ical.sync.parseICS(file))
      .filter((part): part is VEvent => part?.type === 'VEVENT')
      .map((event) => ({
        uid: event.uid,
        from: event.start.getTime(),
        until: event.end?.getTime() ?? NaN,
        title: valueOf(event.summary),
        place: valueOf(event.location),
        text: valueOf(event.description),
      })),
}
const tsIcs: Reader = {
  sureOf: (zone, moment) =>
    moment.subtract({ hours: 16 }).toZonedDateTimeISO(zone).offset ===
    moment.add({ hours: 16 }).toZonedDateTimeISO(zone).offset,
  read: (file) =>
    (convertIcsCalendar(undefined, file).events ?? []).map((event) => ({
      uid: event.uid,
      from: event.start.date.getTime(),
      until: event.end?.date.getTime() ?? NaN,
      title: event.summary,
      place: event.location ?? '',
      text: event.description ?? '',
    })),
}
const valueOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'val' in value ? String(value.val) : String(value ?? '')

it('a title that looks like the file stays a title', () => {
  const title = 'BEGIN:VEVENT\r\nSUMMARY:somebody else\r\nEND:VEVENT\r\nEND:VCALENDAR'
  const seen = nodeIcal.read(calendarText('Visits', [entry({ title })]))
  expect(seen).toMatchObject([{ title: title.replaceAll('\r', '') }])
})

describe.each([
  ['node-ical', nodeIcal],
  ['ts-ics', tsIcs],
] as const)('%s reads back', (_name, { read, sureOf }) => {
  it.each([
    'Miso, Fig; Pip: "the bold"',
    'one\r\ntwo\nthree\rfour\u2028five',
    '🐈‍⬛ Ünïcödé 🏳️‍🌈 and 猫 for ever and ever and ever and ever and ever and ever',
    'ביקור – חתול, צד צפון',
    'زيارة القط؛ الجانب الشمالي',
    `${'é'.repeat(36)}🐈${'ab;,'.repeat(40)}`,
  ])('%s', (title) => {
    const [event] = read(calendarText('Visits', [entry({ title, place: title, text: title })]))
    const same = title.replace(/\r\n?|\u2028/g, '\n')
    expect(event).toMatchObject({ title: same, place: same, text: same, uid: 'visit-1@doorstep' })
  })

  it('any text as it was written, and in lines of at most 75 octets', () => {
    const pieces = fc.constantFrom(',', ';', ':', '"', '\n', '\t', ' ', 'n', 'N', 'é', '🐈‍⬛', 'ש', 'م')
    const written = fc.string({
      unit: fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 1 })),
      maxLength: 120,
    })
    fc.assert(
      fc.property(written, (title) => {
        const file = calendarText('Visits', [entry({ title: `x${title}x` })])
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        const carried = title.replace(/\r\n?|\p{Zl}|\p{Zp}/gu, '\n').replace(/(?![\n\t])\p{Cc}/gu, '')
        expect(read(file)).toMatchObject([{ title: `x${carried}x` }])
      }),
      { numRuns: 200 },
    )
  })

  it.each(clockChanges)('the moments of the weeks around $at in $zone', ({ zone, at: change }) => {
    const middle = at(change)
    const hours = Array.from({ length: 14 * 24 + 1 }, (_, index) => index - 7 * 24)
    const entries = hours.map((hour) =>
      entry({ uid: `visit-${hour}@doorstep`, zone, from: middle.add({ minutes: hour * 60 + 10 }) }),
    )
    const file = calendarText('Visits', entries)
    expect(file.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
    const seen = new Map(read(file).map((event) => [event.uid, event]))
    for (const { uid, from, until } of entries.filter(({ from }) => sureOf(zone, from)))
      expect(seen.get(uid)).toMatchObject({ from: from.epochMilliseconds, until: until.epochMilliseconds })
  })

  it.each(changedIn2026)('the moments of $zone, whichever release this machine knows', ({ zone }) => {
    const entries = Array.from({ length: 130 }, (_, day) =>
      entry({ uid: `visit-${day}@doorstep`, zone, from: at('2026-03-01T17:00Z').add({ hours: 72 * day }) }),
    )
    const seen = new Map(read(calendarText('Visits', entries)).map((event) => [event.uid, event]))
    for (const { uid, from } of entries.filter(({ from }) => sureOf(zone, from)))
      expect(seen.get(uid)?.from).toBe(from.epochMilliseconds)
  })
})

it.each(clockChanges)(
  'the wall of $zone at $at is written as the table by hand has it',
  ({ zone, at: change }) => {
    for (let hour = -30; hour <= 30; hour++) {
      if (hour > -3 && hour < 1) continue
      const from = at(change).add({ hours: hour })
      const wall = from.add({ minutes: offsetByHand(zone, from.epochMilliseconds) })
      const written = wall.toString({ smallestUnit: 'second' }).replace(/[-:]|Z$/g, '')
      expect(calendarText('Visits', [entry({ zone, from })])).toContain(`DTSTART;TZID=${zone}:${written}\r\n`)
    }
  },
)

it('tells an hour that the clocks show twice in UTC', () => {
  const file = calendarText('Visits', [entry({ zone: 'Europe/London', from: at('2026-10-25T00:30:00Z') })])
  expect(file).toContain('DTSTART:20261025T003000Z')
  expect(file).toContain('DTEND:20261025T013000Z')
})

it('says what a calendar needs to keep an entry, and the same for the same', () => {
  const file = calendarText('Visits', [entry(), entry({ uid: 'visit-2@doorstep', status: 'CANCELLED' })])
  for (const line of [
    'UID:visit-1@doorstep',
    'SEQUENCE:3',
    'DTSTAMP:20260501T100000Z',
    'LAST-MODIFIED:20260501T100000Z',
    'DTSTART;TZID=Europe/Vienna:20260514T101500',
    'STATUS:CONFIRMED',
    'TRANSP:OPAQUE',
    'STATUS:CANCELLED',
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    'TZID:Europe/Vienna',
    'END:VCALENDAR',
  ])
    expect(file.split('\r\n')).toContain(line)
  expect(calendarText('Visits', [entry(), entry({ uid: 'visit-2@doorstep', status: 'CANCELLED' })])).toBe(
    file,
  )
  expect(calendarText('Visits', [])).toMatch(/^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/)
})
