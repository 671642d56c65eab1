import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calmTimes, firstAndLast, latencies, stressSigns } from './measured'
import { bandOf, medianOf } from './session'
import { anySessions, daysAgo, inTwoOrders, sessionOf } from './testing/sessions'

test('a measured calm time counts in any session, a duration only where nobody was stressed', () => {
  const times = calmTimes([
    sessionOf({ seq: 1, level: 3, kind: 'stress_fail', longestCalmSec: 40, durationSec: 300 }),
    sessionOf({ seq: 2, level: 1, durationSec: 90 }),
    sessionOf({ seq: 3, level: 2, kind: 'stress_fail', durationSec: 90 }),
    sessionOf({ seq: 4, kind: 'red', durationSec: 90 }),
    sessionOf({ seq: 5, durationSec: null }),
  ])
  expect(times.map(({ value, measured }) => [value, measured])).toEqual([
    [40, true],
    [90, false],
  ])
})

test('what was not taken is left out, and zero seconds are a value', () => {
  const taken = latencies([
    sessionOf({ day: daysAgo(1), latencyApproachSec: 12 }),
    sessionOf({ latencyEatSec: 0 }),
    sessionOf(),
  ])
  expect(taken.approach.map(({ value }) => value)).toEqual([12])
  expect(taken.eat.map(({ value }) => value)).toEqual([0])
})

test('the order of input is irrelevant, and every session has its number of signs', () => {
  fc.assert(
    fc.property(inTwoOrders, ([a, b]) => {
      expect(calmTimes(b)).toEqual(calmTimes(a))
      expect(latencies(b)).toEqual(latencies(a))
      expect(stressSigns(b)).toEqual(stressSigns(a))
      expect(stressSigns(a)).toHaveLength(a.length)
    }),
  )
})

test('how it began and where it is: five and five, or nothing', () => {
  expect(firstAndLast([9, 9, 9, 9, 9, 1, 1, 1, 1])).toBeNull()
  expect(firstAndLast([9, 9, 9, 9, 9, 1, 1, 1, 1, 1])).toEqual({ first: 9, last: 1 })
})

test('the median lies between the ends and is one of the values, or between two', () => {
  expect(medianOf([])).toBeNull()
  expect(medianOf([3, 1, 2])).toBe(2)
  expect(medianOf([1, 2])).toBe(1.5)
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), (values) => {
      const middle = medianOf(values) ?? -1
      expect(values.filter((value) => value <= middle).length * 2).toBeGreaterThanOrEqual(values.length)
      expect(values.filter((value) => value >= middle).length * 2).toBeGreaterThanOrEqual(values.length)
    }),
  )
})

test.each([
  [0, 'late'],
  [4, 'late'],
  [5, 'early'],
  [7, 'early'],
  [8, 'morning'],
  [11, 'midday'],
  [15, 'afternoon'],
  [18, 'evening'],
  [21, 'late'],
  [23, 'late'],
])('%i o’clock is %s', (hour, band) => expect(bandOf(hour)).toBe(band))

test('no session is counted twice', () => {
  fc.assert(
    fc.property(anySessions, (sessions) => {
      const ids = calmTimes(sessions).map(({ session }) => session.id)
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})
