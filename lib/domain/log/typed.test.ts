import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { typedAgain } from './typed'

const zone = 'Europe/Vienna'
const at = '2026-05-14T16:04:30Z'
const after = (more: { minutes?: number; hours?: number }) => Temporal.Instant.from(at).add(more)
const id = '0190d3c2-7a58-7000-8000-000000000001'
const typed = { day: 'now', time: '', stress: '1', signs: ['tail_up', 'slow_blink'], note: 'By the door' }

test('what was answered a moment ago is as it was, and the same log; an hour later it may be another one', () => {
  const left = { typed: { ...typed, id }, at }
  expect(typedAgain(left, zone, after({ minutes: 59 }))).toEqual({ ...typed, id })
  expect(typedAgain(left, zone, after({ minutes: 61 }))).not.toHaveProperty('id')
})

test('"just now" of the evening is its day and time the next morning, at the home’s own clock', () => {
  const again = typedAgain({ typed, at }, zone, after({ hours: 14 }))
  expect(again).toEqual({ ...typed, day: '2026-05-14', time: '18:04' })
})

test('a chosen day stays the chosen one', () => {
  const chosen = { ...typed, day: '2026-05-12', time: '09:15' }
  expect(typedAgain({ typed: chosen, at }, zone, after({ hours: 30 }))).toEqual(chosen)
})

test.each([
  ['a week and a day later', typed, 8 * 24],
  ['when its day cannot be chosen any more', { ...typed, day: '2026-05-07' }, 24],
  ['whatever else a day may be', { ...typed, day: 'yesterday' }, 0],
])('nothing comes back %s', (_, left, hours) => {
  expect(typedAgain({ typed: left, at }, zone, after({ hours }))).toBeNull()
})
