import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circumstanceKeys, contextOf, contrastOf, countsBy, fewestSessions, outcomesOf } from './context'
import { anySessions, inTwoOrders, sessionOf } from './testing/sessions'

const many = (count: number, said: Parameters<typeof sessionOf>[0]) =>
  Array.from({ length: count }, () => sessionOf(said))

test('nothing is said of a circumstance under five sessions, nor of one with nothing to compare it to', () => {
  const quiet = many(9, { noise: 'low' })
  expect(contextOf([...quiet, ...many(4, { noise: 'high' })])).toEqual([])
  expect(contextOf([...quiet, ...many(5, { noise: 'high', kind: 'stress_fail' })])).toEqual([
    {
      circumstance: 'noise',
      rows: [
        { key: 'low', well: 9, short: 0, hard: 0, sessions: 9 },
        { key: 'high', well: 0, short: 0, hard: 5, sessions: 5 },
      ],
    },
  ])
})

test('a red session is a hard one, and one that met two triggers counts for both', () => {
  const rows = countsBy('trigger', [sessionOf({ triggers: ['dog', 'car', 'dog'], kind: 'red' })])
  expect(rows.map(({ key, hard, sessions }) => [key, hard, sessions])).toEqual([
    ['dog', 1, 1],
    ['car', 1, 1],
  ])
})

test.each([
  [-1, 'below_0'],
  [0, 'from_0'],
  [9, 'from_0'],
  [10, 'from_10'],
  [20, 'from_20'],
  [27, 'from_20'],
  [28, 'over_27'],
])('%i degrees are %s', (temperatureC, key) => {
  expect(countsBy('temperature', [sessionOf({ temperatureC })])[0]?.key).toBe(key)
})

test('counts add up in every row; over the bands of a day they add up to all sessions', () => {
  fc.assert(
    fc.property(anySessions, (sessions) => {
      for (const circumstance of circumstanceKeys)
        for (const row of countsBy(circumstance, sessions)) {
          expect(row.well + row.short + row.hard).toBe(row.sessions)
          expect(row.sessions).toBeGreaterThan(0)
        }
      const ofDay = countsBy('timeBand', sessions)
      expect(ofDay.reduce((sum, row) => sum + row.sessions, 0)).toBe(sessions.length)
      expect(ofDay.reduce((sum, row) => sum + row.well, 0)).toBe(outcomesOf(sessions).well)
      for (const { rows } of contextOf(sessions))
        for (const row of rows) expect(row.sessions).toBeGreaterThanOrEqual(fewestSessions)
    }),
  )
})

test('the order of sessions changes nothing', () => {
  fc.assert(
    fc.property(inTwoOrders, ([a, b]) => {
      expect(contextOf(b)).toEqual(contextOf(a))
    }),
  )
})

test('the contrast is the widest one, and a small one is not worth a sentence', () => {
  const context = contextOf([
    ...many(8, { band: 'evening', place: 'room' }),
    ...many(5, { band: 'morning', place: 'room' }),
    ...many(3, { band: 'morning', place: 'room', kind: 'stress_fail' }),
    ...many(6, { band: 'evening', place: 'street', kind: 'criterion_fail' }),
  ])
  expect(contrastOf(context)).toMatchObject({
    circumstance: 'place',
    best: { key: 'room' },
    hardest: { key: 'street' },
  })
  expect(contrastOf(contextOf([...many(8, { band: 'evening' }), ...many(8, { band: 'late' })]))).toBeNull()
  expect(contrastOf(contextOf(many(8, {})))).toBeNull()
})
