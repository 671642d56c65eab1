import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangeFrom } from './range'

test.each([
  [null, null],
  ['', null],
  ['bytes=0-', { from: 0, to: 99 }],
  ['bytes=0-0', { from: 0, to: 0 }],
  ['bytes=10-19', { from: 10, to: 19 }],
  ['bytes=90-1000', { from: 90, to: 99 }],
  ['bytes=-10', { from: 90, to: 99 }],
  ['bytes=-1000', { from: 0, to: 99 }],
  ['bytes=-0', 'outside'],
  ['bytes=100-', 'outside'],
  ['bytes=20-10', null],
  ['bytes=-', null],
  ['bytes=0-1,5-6', null],
  ['lines=0-1', null],
  ['bytes=0x1-2', null],
])('%s of 100 bytes is %j', (header, expected) => {
  expect(rangeFrom(header, 100)).toEqual(expected)
})

test('lies within the file, whatever is asked', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `bytes=${a}-${b}`),
      ),
      fc.integer({ min: 1, max: 1e9 }),
      (header, size) => {
        const range = rangeFrom(header, size)
        if (range === null || range === 'outside') return
        expect(range.from).toBeGreaterThanOrEqual(0)
        expect(range.from).toBeLessThanOrEqual(range.to)
        expect(range.to).toBeLessThan(size)
      },
    ),
  ))
