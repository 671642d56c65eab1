import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crowFlies, drawnOn, scaleBar } from './day-map'
import { kilometresBetween } from './distance'

const sheet = { width: 400, height: 300, margin: 30 }
const place = fc.record({
  lat: fc.double({ min: 46.9, max: 47.4, noNaN: true }),
  lng: fc.double({ min: 15.1, max: 15.8, noNaN: true }),
})

describe('the sketch of a day', () => {
  it('keeps every place inside its margins, north above south, and lengths true', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), (places) => {
        const { at, perKm } = drawnOn(places, sheet)
        for (const one of places) {
          const { x, y } = at(one)
          expect(x).toBeGreaterThanOrEqual(29.99)
          expect(x).toBeLessThanOrEqual(370.01)
          expect(y).toBeGreaterThanOrEqual(29.99)
          expect(y).toBeLessThanOrEqual(270.01)
          for (const other of places) {
            if (one.lat > other.lat) expect(y).toBeLessThanOrEqual(at(other).y)
            const drawn = Math.hypot(at(other).x - x, at(other).y - y)
            expect(Math.abs(drawn / perKm - kilometresBetween(one, other))).toBeLessThan(
              0.02 * kilometresBetween(one, other) + 0.01,
            )
          }
        }
      }),
    )
  })

  it('draws one place in the middle, and a bar that is round and fits', () => {
    const { at, perKm } = drawnOn([{ lat: 47, lng: 15 }], sheet)
    expect(at({ lat: 47, lng: 15 })).toEqual({ x: 200, y: 150 })
    expect(scaleBar(perKm, 100)).toEqual({ amount: 0.1, length: 60 })
    expect(scaleBar(10, 100)).toEqual({ amount: 10, length: 100 })
    expect(scaleBar(10, 100, 1.609344).amount).toBe(5)
  })

  it('knows which way is which', () => {
    const here = { lat: 47, lng: 15 }
    expect(crowFlies(here, here)).toBeNull()
    expect(crowFlies(here, { lat: 47.1, lng: 15 })?.direction).toBe('n')
    expect(crowFlies(here, { lat: 47, lng: 14.9 })?.direction).toBe('w')
    expect(crowFlies(here, { lat: 46.9, lng: 15.15 })?.direction).toBe('se')
    expect(crowFlies(here, { lat: 46.9, lng: 15 })?.direction).toBe('s')
  })
})
