import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { askedDay } from './asked-day'
import { daysOfView, placeVisits, viewFrom, weekOf } from './week'

const at = (text: string) => Temporal.Instant.from(text)
const visit = (from: string, until: string, leaves = from) => ({
  from: at(from),
  until: at(until),
  leaves: at(leaves),
})

it('begins the week on Monday, over the end of a year too', () => {
  const week = weekOf(Temporal.PlainDate.from('2026-01-01')).map(String)
  expect([week[0], week[6]]).toEqual(['2025-12-29', '2026-01-04'])
})

it('stands overlapping visits beside each other and keeps the rest whole', () => {
  const placed = placeVisits(
    [
      visit('2026-05-14T07:00:00Z', '2026-05-14T08:00:00Z', '2026-05-14T06:40:00Z'),
      visit('2026-05-14T07:30:00Z', '2026-05-14T08:30:00Z'),
      visit('2026-05-14T08:00:00Z', '2026-05-14T09:00:00Z'),
      visit('2026-05-14T12:00:00Z', '2026-05-14T13:00:00Z'),
      visit('2026-05-14T22:30:00Z', '2026-05-14T23:00:00Z'),
    ],
    'Europe/Vienna',
  )
  expect(placed.map(({ lane, lanes }) => `${lane}/${lanes}`)).toEqual(['0/2', '1/2', '0/2', '0/1', '0/1'])
  expect(placed[0]).toMatchObject({ start: 540, length: 60, travel: 20 })
  expect(placed[4]?.day.toString()).toBe('2026-05-15')
  expect(placed[4]?.start).toBe(30)
})

it('keeps the ways of two consultants out of each other’s blocks', () => {
  const [a, b, c] = placeVisits(
    [
      { ...visit('2026-05-14T07:00:00Z', '2026-05-14T08:00:00Z'), homeward: 20 },
      visit('2026-05-14T08:15:00Z', '2026-05-14T09:00:00Z'),
      visit('2026-05-14T09:30:00Z', '2026-05-14T10:00:00Z', '2026-05-14T08:50:00Z'),
    ],
    'Europe/Vienna',
  )
  expect([a, b, c].map((one) => `${one?.lane}/${one?.lanes}`)).toEqual(['0/2', '1/2', '0/2'])
})

it('shows a week, a day or the fortnight, and a week where nothing is asked', () => {
  const day = Temporal.PlainDate.from('2026-05-14')
  const shown = (asked: string | undefined) => {
    const days = daysOfView(viewFrom(asked), day)
    return [days.length, days[0]?.toString()]
  }
  expect(shown(undefined)).toEqual([7, '2026-05-11'])
  expect(shown('month')).toEqual([7, '2026-05-11'])
  expect(shown('day')).toEqual([1, '2026-05-14'])
  expect(shown('list')).toEqual([14, '2026-05-11'])
})

it('reads a day from an address bar and nothing else', () => {
  expect(askedDay('2026-05-14')?.toString()).toBe('2026-05-14')
  for (const bad of [undefined, '', 'today', '2026-02-30', '9999-01-01', '2026-5-4', "2026-05-14'--"])
    expect(askedDay(bad)).toBeUndefined()
})
