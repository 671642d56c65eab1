import { expect, it } from 'vitest'
import { sideOf } from './side'

const office = { lat: 47.07, lng: 15.44 }

it('says on which side of the office a home lies, and no more', () => {
  expect(sideOf({ lat: 47.12, lng: 15.44 }, office)).toBe('north')
  expect(sideOf({ lat: 47.12, lng: 15.513 }, office)).toBe('northEast')
  expect(sideOf({ lat: 47.07, lng: 15.5 }, office)).toBe('east')
  expect(sideOf({ lat: 47.02, lng: 15.44 }, office)).toBe('south')
  expect(sideOf({ lat: 47.02, lng: 15.367 }, office)).toBe('southWest')
  expect(sideOf({ lat: 47.07, lng: 15.38 }, office)).toBe('west')
  expect(sideOf({ lat: 47.075, lng: 15.442 }, office)).toBe('near')
  expect(sideOf({ lat: 0, lng: -179.9 }, { lat: 0, lng: 179.9 })).toBe('east')
})

it('says nothing where a place is not known', () => {
  expect(sideOf({ lat: null, lng: null }, office)).toBeNull()
  expect(sideOf(office, { lat: null, lng: null })).toBeNull()
})
