import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { calibrate, fewestDrives } from './calibrate'
import { kilometresBetween as kilometres } from './distance'
import { driveMinutes, ourRoads, unknownTravel } from './travel'
import { travelSource, type MeasuredDrive, type Spot } from './travel-source'

const home: Spot = { id: 'home', at: { lat: 55.95, lng: -3.19 } }
const miso: Spot = { id: 'miso', at: { lat: 55.97, lng: -3.17 } }
const drives = (minutes: number[], more: Partial<MeasuredDrive> = {}): MeasuredDrive[] =>
  minutes.map((one, index) => ({
    ...{ consultantId: 'mairi', from: 'home', to: 'miso', minutes: one },
    at: Temporal.Instant.fromEpochMilliseconds(index * 86_400_000),
    ...more,
  }))

describe('minutes between two homes, by the first that knows', () => {
  it('are the median of the last five of her own drives over that very way', () => {
    const travel = travelSource({
      measured: drives([90, 12, 14, 13, 60, 11]),
      roads: ourRoads,
      matrix: () => 9,
    })
    expect(travel(home, miso, 'mairi')).toEqual({ minutes: 13, source: 'measured', rough: false })
    expect(travel(miso, home, 'mairi').source).toBe('matrix')
    expect(travel(home, miso, 'ewan').source).toBe('matrix')
    const even = travelSource({ measured: drives([10, 13]), roads: ourRoads })
    expect(even(home, miso, 'mairi').minutes).toBe(12)
  })

  it('come from the matrix with parking, else from the straight line, else are a quarter of an hour', () => {
    const parks = { ...miso, parking: 7 }
    const travel = travelSource({ roads: ourRoads, matrix: (_, to) => (to.id === 'miso' ? 8.2 : null) })
    expect(travel(home, parks, 'mairi')).toEqual({ minutes: 16, source: 'matrix', rough: false })
    const estimate = driveMinutes(miso.at, home.at)
    expect(travel(miso, home, 'mairi')).toEqual({ minutes: estimate, source: 'estimate', rough: false })
    const nowhere = { id: 'nowhere', at: null }
    expect(travel(home, nowhere, 'mairi')).toEqual({ minutes: unknownTravel, source: 'unknown', rough: true })
    expect(travel(home, home, 'mairi').minutes).toBe(0)
  })

  it('say when an end is only a town, unless it was driven', () => {
    const town = { ...miso, rough: true }
    expect(travelSource({ roads: ourRoads })(home, town, 'mairi').rough).toBe(true)
    expect(travelSource({ measured: drives([12]), roads: ourRoads })(home, town, 'mairi').rough).toBe(false)
  })

  it('do not believe what cannot be', () => {
    const travel = travelSource({ measured: drives([0, -4, 181, Infinity, NaN]), roads: ourRoads })
    expect(travel(home, miso, 'mairi').source).toBe('estimate')
  })
})

describe('calibration', () => {
  const place = fc.record({
    lat: fc.double({ min: 55, max: 56, noNaN: true }),
    lng: fc.double({ min: -4, max: -3, noNaN: true }),
  })
  const planted = fc.record({
    circuity: fc.integer({ min: 105, max: 200 }).map((hundred) => hundred / 100),
    speed: fc.integer({ min: 15, max: 70 }),
  })

  it('finds the roads that drives were made with, though every fourth is nonsense', () => {
    const ways = fc.array(fc.tuple(place, place), { minLength: 40, maxLength: 60 })
    fc.assert(
      fc.property(planted, ways, (roads, pairs) => {
        const samples = pairs.flatMap(([from, to], index) => {
          const straight = driveMinutes(from, to, { circuity: 1, speed: 60, parking: 0 })
          if (straight === null || straight < 3 || straight >= 180) return []
          const km = kilometres(from, to)
          const minutes = (km * roads.circuity * 60) / roads.speed + 3
          const nonsense = index % 4 === 3
          return [{ from, to, minutes: nonsense ? minutes * 5 : minutes, roadKm: km * roads.circuity }]
        })
        const found = calibrate(samples, ourRoads)
        if (samples.length < 24) return
        expect(found?.drives).toBe(samples.length)
        expect(Math.abs((found?.roads.circuity ?? 0) - roads.circuity)).toBeLessThan(0.02)
        expect(Math.abs((found?.roads.speed ?? 0) - roads.speed)).toBeLessThan(0.5)
      }),
    )
  })

  it('says nothing from a handful, keeps the circuity nobody counted, and stays believable', () => {
    const sample = { from: { lat: 55.95, lng: -3.19 }, to: { lat: 56.05, lng: -3.19 }, minutes: 33 }
    expect(
      calibrate(
        Array.from({ length: fewestDrives - 1 }, () => sample),
        ourRoads,
      ),
    ).toBeNull()
    const found = calibrate(
      Array.from({ length: fewestDrives }, () => sample),
      ourRoads,
    )
    expect(found).toEqual({ roads: { circuity: 1.4, speed: 31.1, parking: 3 }, drives: fewestDrives })
    const rushed = Array.from({ length: fewestDrives }, () => ({ ...sample, minutes: 4, roadKm: 90 }))
    expect(calibrate(rushed, ourRoads)?.roads).toEqual({ circuity: 2.5, speed: 110, parking: 3 })
  })
})
