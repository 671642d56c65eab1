import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { packed, unpacked } from './pack'

test('what is packed travels as JSON and comes out as it was', () => {
  const day = {
    at: Temporal.Instant.from('2026-05-14T08:00:00.123Z'),
    day: Temporal.PlainDate.from('2026-02-28'),
    wall: Temporal.PlainDateTime.from('2026-05-14T10:15'),
    time: Temporal.PlainTime.from('10:15'),
    zoned: Temporal.ZonedDateTime.from('2026-10-25T02:30+01:00[Europe/Vienna]'),
    standings: new Map([['moth', { since: Temporal.PlainDate.from('2026-01-01'), points: [1, null, 'x'] }]]),
    nobody: null,
  }
  const back = unpacked(JSON.parse(JSON.stringify(packed(day)))) as typeof day
  expect(JSON.stringify(packed(back))).toBe(JSON.stringify(packed(day)))
  expect(back.at.equals(day.at)).toBe(true)
  expect(back.standings.get('moth')?.since.toString()).toBe('2026-01-01')
  expect(back.zoned.offset).toBe('+01:00')
})

test('what would come out as something else does not travel', () => {
  expect(() => packed({ $: 'Instant', of: 'now' })).toThrow()
  expect(() => packed(new Set())).toThrow()
})
