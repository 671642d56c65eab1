import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { dayLine, type LineVisit } from './day-line'

const base = { lat: 47.07, lng: 15.44 }
const near = { lat: 47.09, lng: 15.46 }
const far = { lat: 47.2, lng: 15.3 }
const at = (time: string) => Temporal.Instant.from(`2026-05-14T${time}:00Z`)
const visit = (id: string, from: string, until: string, more: Partial<LineVisit> = {}): LineVisit => ({
  id,
  from: at(from),
  until: at(until),
  place: 'home',
  status: 'booked',
  home: near,
  ...more,
})

describe('the day as a line', () => {
  it('goes from the practice to the first home and back from the last', () => {
    const line = dayLine({ visits: [visit('a', '08:00', '09:00')], base, now: at('06:00'), when: 'today' })
    const [stop] = line.stops
    expect(stop?.state).toBe('next')
    expect(stop?.leg).toMatchObject({ drive: 12, fromPractice: true, free: null, spare: null })
    expect(stop?.leg?.leaveBy?.toString()).toBe('2026-05-14T07:48:00Z')
    expect(line.homeward?.at.toString()).toBe('2026-05-14T09:12:00Z')
    expect(line.drive).toBe(24)
  })

  it('says what is spare between homes, and when a drive does not fit', () => {
    const visits = [visit('b', '09:15', '10:00', { home: far }), visit('a', '08:00', '09:00')]
    const [first, second] = dayLine({ visits, base, now: at('06:00'), when: 'today' }).stops
    expect(first?.visit.id).toBe('a')
    expect(second?.leg).toMatchObject({ fromPractice: false, free: 15 })
    expect(second?.leg?.spare).toBeLessThan(0)
  })

  it('knows what is done, where one is, what comes next and what nobody marked', () => {
    const visits = [
      visit('a', '06:00', '07:00'),
      visit('b', '07:30', '08:00', { status: 'done' }),
      visit('c', '08:30', '09:00', { status: 'arrived' }),
      visit('d', '10:00', '11:00'),
      visit('e', '12:00', '13:00', { status: 'cancelled' }),
      visit('f', '14:00', '15:00', { status: 'no_show' }),
    ]
    const states = (when: 'today' | 'past' | 'future', now: string) =>
      dayLine({ visits, base, now: at(now), when }).stops.map(({ visit: { id }, state }) => `${id} ${state}`)
    expect(states('today', '08:40')).toEqual(['a next', 'b done', 'c here', 'd ahead', 'f missed'])
    expect(states('past', '20:00')).toEqual(['a open', 'b done', 'c here', 'd open', 'f missed'])
  })

  it('does not drive to a call, and stays honest where a home has no coordinates', () => {
    const visits = [
      visit('a', '08:00', '09:00', { home: null }),
      visit('b', '10:00', '10:30', { place: 'remote', home: far }),
    ]
    const line = dayLine({ visits, base, now: at('06:00'), when: 'future' })
    expect(line.stops[0]?.leg).toMatchObject({ drive: null, leaveBy: null })
    expect(line.stops[1]?.leg).toMatchObject({ drive: 0, free: 60, spare: 60 })
    expect(line.homeward).toBeNull()
    expect(line.drive).toBe(0)
  })
})
