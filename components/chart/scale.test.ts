import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { dayScale, placed } from './day-scale'
import { countTicks, evenScale, secondsScale } from './value-scale'

const day = Temporal.PlainDate.from('2026-03-20')
const room = { top: 10, bottom: 150 }

test('days lie side by side, also over the change of clocks, and nothing lies outside', () => {
  const scale = dayScale(day, day.add({ days: 9 }))
  expect(scale.edge(day)).toBe(0)
  expect(scale.edge(day.add({ days: 10 }))).toBe(100)
  expect(scale.at(day.add({ days: 9 }))).toBe(95)
  expect(scale.at(day, 1, 2)).toBe(7.5)
  fc.assert(
    fc.property(fc.nat({ max: 800 }), fc.integer({ min: -50, max: 900 }), (days, away) => {
      const { at, edge, ticks } = dayScale(day, day.add({ days }))
      expect(at(day.add({ days: away }))).toBeGreaterThanOrEqual(0)
      expect(edge(day.add({ days: away }))).toBeLessThanOrEqual(100)
      expect(ticks.map(String)).toEqual([...new Set(ticks.map(String))])
      expect([ticks[0], ticks.at(-1)].map(String)).toEqual([day, day.add({ days })].map(String))
    }),
  )
})

test('several of one day keep their order beside each other', () => {
  const scale = dayScale(day, day.add({ days: 1 }))
  const things = [day, day, day.add({ days: 1 })]
  expect(placed(scale, things, (thing) => thing).map(({ at }) => at)).toEqual([12.5, 37.5, 75])
})

test('a longer time is never drawn lower, none outside the plot, and names never crowd', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 80_000 }), { minLength: 1 }), (values) => {
      const { y, ticks } = secondsScale(values, room)
      const sorted = [...values].sort((a, b) => a - b)
      for (const [index, value] of sorted.entries()) {
        expect(y(value)).toBeLessThanOrEqual(y(sorted[index - 1] ?? 0))
        expect(y(value)).toBeGreaterThanOrEqual(room.top)
      }
      expect(ticks.length).toBeLessThanOrEqual(7)
      for (const [index, tick] of ticks.entries())
        if (index > 0) expect(y(ticks[index - 1] ?? 0) - y(tick)).toBeGreaterThan(14)
    }),
  )
})

test('counts are named in whole steps up to the highest', () => {
  expect(countTicks([])).toEqual([0, 1, 2, 3])
  expect(countTicks([7])).toEqual([0, 2, 4, 6, 8])
  expect(evenScale([0, 25, 50, 75, 100], room).y(100)).toBe(10)
})
