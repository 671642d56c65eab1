import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { clockChanges, offsetByHand } from '@/lib/domain/scheduling/testing/clock-changes'
import { firstShown, lastShown, repeats, wallAt, zoneClock } from './zone-clock'

const minute = 60_000
const ms = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const clock = zoneClock('Europe/London', ms('2026-01-01T00:00Z'), ms('2026-12-31T00:00Z'))
const wall = (text: string) => ms(`${text}Z`)

describe('the clocks of a zone', () => {
  it('show what the tables written by hand say, around every change', () => {
    for (const { zone, at } of clockChanges) {
      const own = zoneClock(zone, ms(at) - 1, ms(at) + 1)
      for (let around = -3000; around <= 3000; around += 10) {
        const moment = ms(at) + around * minute
        if (Math.abs(around) > 1440) continue
        expect(wallAt(own, moment) - moment).toBe(offsetByHand(zone, moment) * minute)
      }
    }
  })

  it('make a skipped time the moment of the change', () => {
    for (const skipped of ['2026-03-29T01:00', '2026-03-29T01:30', '2026-03-29T01:59']) {
      expect(firstShown(clock, wall(skipped))).toBe(ms('2026-03-29T01:00Z'))
      expect(lastShown(clock, wall(skipped))).toBe(ms('2026-03-29T01:00Z'))
    }
    expect(firstShown(clock, wall('2026-03-29T02:00'))).toBe(ms('2026-03-29T01:00Z'))
    expect(lastShown(clock, wall('2026-03-29T09:00'))).toBe(ms('2026-03-29T08:00Z'))
  })

  it('begin with the first and end with the last of a time that is shown twice', () => {
    expect(firstShown(clock, wall('2026-10-25T01:30'))).toBe(ms('2026-10-25T00:30Z'))
    expect(lastShown(clock, wall('2026-10-25T01:30'))).toBe(ms('2026-10-25T01:30Z'))
    expect(lastShown(clock, wall('2026-10-25T01:00'))).toBe(ms('2026-10-25T00:00Z'))
    expect(repeats(clock)).toContainEqual({ from: ms('2026-10-25T00:00Z'), until: ms('2026-10-25T02:00Z') })
  })
})
