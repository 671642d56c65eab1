import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kilometresBetween } from './distance'
import { driveMinutes, longestTravel } from './travel'

const place = fc.record({
  lat: fc.double({ min: -89, max: 89, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
})
const graz = { lat: 47.0707, lng: 15.4395 }
const vienna = { lat: 48.2082, lng: 16.3738 }

describe('distance', () => {
  it('knows one that can be looked up', () => {
    expect(kilometresBetween(graz, vienna)).toBeGreaterThan(144)
    expect(kilometresBetween(graz, vienna)).toBeLessThan(146)
  })

  it('is symmetric, never negative and never more than half way round', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const km = kilometresBetween(a, b)
        expect(km).toBeGreaterThanOrEqual(0)
        expect(km).toBeLessThan(20_016)
        expect(Math.abs(km - kilometresBetween(b, a))).toBeLessThan(1e-6)
      }),
    )
  })
})

describe('travel', () => {
  it('is whole minutes, nothing to the same home, never more than we believe', () => {
    expect(driveMinutes(graz, graz)).toBe(0)
    expect(driveMinutes(graz, vienna)).toBe(longestTravel)
    expect(driveMinutes(graz, { lat: 47.09, lng: 15.46 })).toBe(11)
    fc.assert(
      fc.property(place, place, (a, b) => {
        const minutes = driveMinutes(a, b) ?? -1
        expect(Number.isInteger(minutes) && minutes >= 0 && minutes <= longestTravel).toBe(true)
      }),
    )
  })

  it('says so where a place is not known', () => {
    expect(driveMinutes(graz, { lat: null, lng: 15 })).toBeNull()
  })
})
