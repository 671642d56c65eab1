import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { couldBe, mayHaveLeftTime, minutesToAnswer, stands } from './waiting'

const wall = (text: string) => Temporal.PlainDateTime.from(text)
const any = { weekdays: [], fromTime: null, untilTime: null, untilDay: Temporal.PlainDate.from('2026-05-31') }

describe('when a household could', () => {
  it.each([
    ['any time', any, '2026-05-14T10:00', true],
    ['its last day', any, '2026-05-31T18:00', true],
    ['the day after it', any, '2026-06-01T08:00', false],
    ['a Thursday', { ...any, weekdays: [4] }, '2026-05-14T10:00', true],
    ['a Friday, when it said Thursdays', { ...any, weekdays: [4] }, '2026-05-15T10:00', false],
    ['from nine on, at nine', { ...any, fromTime: '09:00' }, '2026-05-14T09:00', true],
    ['from nine on, before it', { ...any, fromTime: '09:00' }, '2026-05-14T08:59', false],
    ['until noon, at noon', { ...any, untilTime: '12:00' }, '2026-05-14T12:00', true],
    ['until noon, after it', { ...any, untilTime: '12:00' }, '2026-05-14T12:15', false],
  ])('%s', (_what, could, at, yes) => expect(couldBe(could, wall(at))).toBe(yes))
})

describe('an offer', () => {
  const start = Temporal.Instant.from('2026-05-14T08:00:00Z')

  it.each([
    [120, 600, 120],
    [120, 100, 70],
    [120, 45, 15],
    [120, 44, null],
    [60, -5, null],
  ])('of %d minutes, %d before the visit, leaves %s', (wanted, ahead, minutes) =>
    expect(minutesToAnswer(wanted, start, start.subtract({ minutes: ahead }))).toBe(minutes),
  )

  it('is over at its moment', () => {
    const until = start
    expect(stands({ state: 'open', until }, start.subtract({ seconds: 1 }))).toBe(true)
    expect(stands({ state: 'open', until }, start)).toBe(false)
    expect(stands({ state: 'declined', until }, start.subtract({ hours: 1 }))).toBe(false)
    expect(stands({ state: 'next', until: null }, start)).toBe(false)
  })
})

it('a visit may have left a time when it was called off, or stood elsewhere before', () => {
  const did = (verb: string) => ({
    verb,
    at: Temporal.Instant.from('2026-05-11T06:00:00Z'),
    by: null,
    from: null,
    to: null,
  })
  expect(mayHaveLeftTime({ status: 'cancelled', history: [] })).toBe(true)
  expect(mayHaveLeftTime({ status: 'booked', history: [did('book'), did('move')] })).toBe(true)
  expect(mayHaveLeftTime({ status: 'done', history: [did('book'), did('arrive')] })).toBe(false)
})
