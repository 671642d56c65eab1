import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Asked } from './asked'
import { findSlots } from './find-slots'
import { minute } from './span'
import { planSeries } from './series-preview'
import { changedIn2026, clockChanges, offsetByHand } from './testing/clock-changes'
import { alongTheRoad, consultantWith, sameEveryDay, nineToFive, office, spotAt } from './testing/practice'
import type { DayHours, Weekday } from './working-time'

const ms = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const wholeDay: DayHours = { ...nineToFive, start: '00:00', end: '24:00' }

function askedIn(zone: string, around: number, hours = wholeDay): Asked {
  const consultant = { ...consultantWith(), working: sameEveryDay(hours) }
  return {
    wanted: { minutes: 5, setUp: 0, wrapUp: 0, spot: spotAt(0), zone, maxDrive: null },
    consultants: [{ ...consultant, places: { home: office, office } }],
    closings: [],
    travel: alongTheRoad,
    rules: { notice: 0, horizon: null, grid: 5 },
    window: { from: around - 12 * 60 * minute, until: around + 12 * 60 * minute },
    now: around - 48 * 60 * minute,
    zone,
  }
}

/** Wall time by the table: minutes since 1970 as the wall counts them. */
const byHand = (zone: string, moment: number) => moment / minute + offsetByHand(zone, moment)

describe('across a change of clocks', () => {
  it.each(clockChanges)(
    'single visits of $zone at $at have a wall time shown once, all of them',
    ({ zone, at, before, after }) => {
      const change = ms(at)
      const starts = new Set(findSlots(askedIn(zone, change)).map(({ start }) => start))
      const repeated = (moment: number) => {
        const shift = (before - after) * minute
        return shift > 0 && moment >= change - shift && moment < change + shift
      }
      let offered = 0
      for (let moment = change - 300 * minute; moment < change + 300 * minute; moment += 5 * minute) {
        const wall = byHand(zone, moment)
        const nearMidnight = wall % 1440 > 1435 || wall % 1440 < 0
        if (nearMidnight) continue
        expect(starts.has(moment)).toBe(!repeated(moment))
        if (starts.has(moment)) offered++
      }
      expect(offered).toBeGreaterThan(80)
    },
  )

  it.each(clockChanges)('a weekly 09:00 of $zone stays 09:00 over $at', ({ zone, at }) => {
    const change = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate()
    const rule = {
      first: change.subtract({ days: 21 }).toPlainDateTime('09:00'),
      everyWeeks: 1,
      weekdays: [1, 3, 7] as Weekday[],
      end: { count: 18 },
    }
    const asked = askedIn(zone, ms(at) - 40 * 1440 * minute, nineToFive)
    const [consultant] = asked.consultants
    const planned = consultant ? planSeries(asked, consultant, rule) : []
    expect(planned.every(({ slot }) => slot)).toBe(true)
    for (const { slot, day } of planned) {
      const midnight = day.toZonedDateTime('UTC').epochMilliseconds / minute
      expect(byHand(zone, slot?.start ?? 0)).toBe(midnight + 540)
    }
    expect(new Set(planned.map(({ slot }) => offsetByHand(zone, slot?.start ?? 0))).size).toBe(2)
  })

  it.each(clockChanges)(
    'an occurrence $zone skips or repeats at $at is a conflict with times beside it',
    ({ zone, at, before, after }) => {
      const wall = Temporal.Instant.fromEpochMilliseconds(ms(at) + Math.min(before, after) * minute)
        .toZonedDateTimeISO('UTC')
        .toPlainDateTime()
        .add({ minutes: 10 })
      const rule = {
        first: wall.subtract({ weeks: 1 }),
        everyWeeks: 1,
        weekdays: [wall.dayOfWeek as Weekday],
        end: { count: 3 },
      }
      const asked = askedIn(zone, ms(at) - 30 * 1440 * minute)
      const [consultant] = asked.consultants
      const planned = consultant ? planSeries(asked, consultant, rule) : []
      expect(planned.every(({ slot }) => slot)).toBe(false)
      expect(planned.map(({ misfits }) => misfits.map(({ why }) => why))).toEqual([
        [],
        [after > before ? 'skippedHour' : 'repeatedHour'],
        [],
      ])
      const alternatives = planned[1]?.alternatives ?? []
      expect(alternatives.length).toBe(3)
      for (const { start } of alternatives) expect(Math.abs(start - ms(at))).toBeLessThan(180 * minute)
    },
  )
})

describe('zones whose rules changed in 2026', () => {
  it.each(changedIn2026)(
    '$zone: 09:00 in winter is 09:00 by the rules this machine knows',
    ({ zone, release, old, now }) => {
      const winter = Temporal.PlainDateTime.from('2026-12-07T09:00')
      const rule = { first: winter, everyWeeks: 1, weekdays: [1] as Weekday[], end: { count: 4 } }
      const asked = askedIn(zone, ms('2026-11-25T00:00Z'), nineToFive)
      const [consultant] = asked.consultants
      const planned = consultant ? planSeries(asked, consultant, rule) : []
      expect(planned.every(({ slot }) => slot)).toBe(true)
      const known = process.versions['tz'] ?? ''
      for (const { slot, day } of planned) {
        const wall = day.toZonedDateTime('UTC').epochMilliseconds / minute + 540
        const offset = wall - (slot?.start ?? 0) / minute
        expect([old, now]).toContain(offset)
        if (known !== '') expect(offset).toBe(known >= release ? now : old)
      }
    },
  )

  it('Moldova changes its clocks by one of the two rules, and never offers what it shows twice', () => {
    const change = { old: ms('2026-10-25T00:00Z'), now: ms('2026-10-25T01:00Z') }
    const starts = new Set(findSlots(askedIn('Europe/Chisinau', change.old)).map(({ start }) => start))
    const missing = (at: number) => [-55, -5, 0, 55].every((by) => !starts.has(at + by * minute))
    expect(missing(change.old) || missing(change.now)).toBe(true)
  })
})

it('any day of any zone holds exactly the minutes its clocks show once', () => {
  const zones = ['America/New_York', 'Europe/London', 'America/Santiago', 'Australia/Lord_Howe']
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 1, max: 363 }), (zone, day) => {
      const noon = ms('2026-01-01T12:00Z') + day * 1440 * minute
      const starts = findSlots(askedIn(zone, noon)).map(({ start }) => byHand(zone, start))
      expect(new Set(starts).size).toBe(starts.length)
    }),
    { numRuns: 60 },
  )
})
