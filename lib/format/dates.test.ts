import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { dayLong, dayRange, dayShort, minutes, monthDay, relativeDay, time, timeRange } from './dates'
import { distance } from './distance'

const zone = 'Europe/Vienna'
const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(text)

describe('days', () => {
  it('writes a local day the same whatever the zone', () => {
    for (const where of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', zone]) {
      expect(dayLong(day('2026-05-14'), where)).toBe('Thursday 14 May')
      expect(dayShort(day('2026-05-14'), where)).toBe('Thu 14 May')
      expect(monthDay(day('2026-09-01'), where)).toBe('1 September')
    }
    expect(dayLong(day('2026-05-14'), zone, { year: true })).toBe('Thursday 14 May 2026')
  })

  it('writes the day of an instant as the zone has it', () => {
    expect(dayLong(at('2026-05-14T23:30:00Z'), zone)).toBe('Friday 15 May')
    expect(dayLong(at('2026-05-14T23:30:00Z'), 'America/New_York')).toBe('Thursday 14 May')
  })

  it('names days near today', () => {
    const today = day('2026-05-14')
    expect(['2026-05-14', '2026-05-15', '2026-05-13'].map((d) => relativeDay(day(d), today, zone))).toEqual([
      'today',
      'tomorrow',
      'yesterday',
    ])
    expect(relativeDay(day('2026-05-17'), today, zone)).toBe('in 3 days')
    expect(relativeDay(day('2026-05-09'), today, zone)).toBe('5 days ago')
    expect(relativeDay(day('2026-08-01'), today, zone)).toBe('1 August')
    expect(relativeDay(day('2027-08-01'), today, zone)).toBe('1 August 2027')
    expect(relativeDay(at('2026-05-14T22:30:00Z'), today, zone)).toBe('tomorrow')
  })

  it('writes ranges', () => {
    expect(dayRange(day('2026-05-11'), day('2026-05-17'))).toMatch(/^11\s?–\s?17 May$/)
    expect(dayRange(day('2026-06-29'), day('2026-07-05'))).toMatch(/^29 June\s?–\s?5 July$/)
  })
})

describe('times', () => {
  it('shows the wall of the zone', () => {
    expect(time(at('2026-05-14T07:45:00Z'), zone)).toBe('09:45')
    expect(timeRange(at('2026-05-14T07:45:00Z'), at('2026-05-14T08:45:00Z'), zone)).toBe('09:45–10:45')
    expect(time(Temporal.PlainDateTime.from('2026-05-14T08:05'), zone)).toBe('08:05')
  })

  it('writes minutes as people say them', () => {
    expect([0, 45, 60, 112].map(minutes)).toEqual(['0 min', '45 min', '1 h', '1 h 52 min'])
  })
})

it('writes distances in the units of the practice', () => {
  expect(distance(0.4, 'metric')).toBe('under 1 km')
  expect(distance(3.44, 'metric')).toBe('3.4 km')
  expect(distance(42, 'imperial')).toBe('26 mi')
})
