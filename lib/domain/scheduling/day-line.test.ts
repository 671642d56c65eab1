import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { DayAround } from './day-around'
import { dayLine, type LineVisit } from './day-line'
import { ourRoads } from './travel'
import { travelSource, type Spot } from './travel-source'

const spot = (id: string, lat: number | null, lng: number): Spot => ({
  id,
  at: lat === null ? null : { lat, lng },
})
const office = spot('office', 47.07, 15.44)
const near = spot('near', 47.09, 15.46)
const far = spot('far', 47.2, 15.3)
const around: DayAround = {
  hours: null,
  away: [],
  start: { place: 'office', spot: office },
  end: { place: 'office', spot: office },
  who: 'jonas',
  travel: travelSource({ roads: ourRoads }),
}
const at = (time: string) => Temporal.Instant.from(`2026-05-14T${time}:00Z`)
const visit = (id: string, from: string, until: string, more: Partial<LineVisit> = {}): LineVisit => ({
  id,
  from: at(from),
  until: at(until),
  place: 'home',
  status: 'booked',
  spot: near,
  setUp: 0,
  wrapUp: 0,
  ...more,
})

describe('the day as a line', () => {
  it('goes from the practice to the first home and back from the last', () => {
    const line = dayLine({ visits: [visit('a', '08:00', '09:00')], around, now: at('06:00'), when: 'today' })
    const [stop] = line.stops
    expect(stop?.state).toBe('next')
    expect(stop?.leg).toMatchObject({ drive: 12, from: 'office', free: null, spare: null })
    expect(stop?.leg?.leaveBy?.toString()).toBe('2026-05-14T07:48:00Z')
    expect(line.homeward?.at.toString()).toBe('2026-05-14T09:12:00Z')
    expect(line.drive).toBe(24)
  })

  it('says what is spare between homes, and when a drive does not fit', () => {
    const visits = [visit('b', '09:15', '10:00', { spot: far }), visit('a', '08:00', '09:00')]
    const [first, second] = dayLine({ visits, around, now: at('06:00'), when: 'today' }).stops
    expect(first?.visit.id).toBe('a')
    expect(second?.leg).toMatchObject({ from: null, free: 15 })
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
      dayLine({ visits, around, now: at(now), when }).stops.map(
        ({ visit: { id }, state }) => `${id} ${state}`,
      )
    expect(states('today', '08:40')).toEqual(['a next', 'b done', 'c here', 'd ahead', 'f missed'])
    expect(states('past', '20:00')).toEqual(['a open', 'b done', 'c here', 'd open', 'f missed'])
  })

  it('does not drive to a call, and stays honest where a home has no coordinates', () => {
    const visits = [
      visit('a', '08:00', '09:00', { spot: spot('nowhere', null, 0) }),
      visit('b', '10:00', '10:30', { place: 'remote', spot: far }),
    ]
    const line = dayLine({ visits, around, now: at('06:00'), when: 'future' })
    expect(line.stops[0]?.leg).toMatchObject({ drive: null, leaveBy: null })
    expect(line.stops[1]?.leg).toMatchObject({ drive: 0, free: 60, spare: 60 })
    expect(line.homeward).toBeNull()
    expect(line.drive).toBe(0)
  })

  it('counts set-up and wrap-up, rests in breaks, and begins and ends where the day does', () => {
    const home = spot('home:jonas', 47.05, 15.4)
    const lunch = { from: at('09:10').epochMilliseconds, until: at('09:40').epochMilliseconds }
    const day: DayAround = {
      ...around,
      away: [lunch],
      start: { place: 'home', spot: home },
      end: null,
      travel: travelSource({
        roads: ourRoads,
        measured: [
          { consultantId: 'jonas', from: 'home:jonas', to: 'near', minutes: 31, at: at('01:00') },
          { consultantId: 'jonas', from: 'near', to: 'far', minutes: 20, at: at('01:00') },
        ],
      }),
    }
    const visits = [
      visit('a', '08:00', '09:00', { setUp: 5, wrapUp: 10 }),
      visit('b', '10:15', '11:00', { spot: far, setUp: 5 }),
    ]
    const line = dayLine({ visits, around: day, now: at('06:00'), when: 'future' })
    expect(line.stops[0]?.leg).toMatchObject({ drive: 31, from: 'home', measured: true })
    expect(line.stops[0]?.leg?.leaveBy?.toString()).toBe('2026-05-14T07:24:00Z')
    expect(line.stops[1]?.leg).toMatchObject({ drive: 20, free: 30, spare: 10 })
    expect(line.stops[1]?.leg?.leaveBy?.toString()).toBe('2026-05-14T09:50:00Z')
    expect(line.homeward).toBeNull()
    const anywhere = dayLine({ visits, around: { ...day, start: null }, now: at('06:00'), when: 'future' })
    expect(anywhere.stops[0]?.leg).toBeNull()
  })
})
