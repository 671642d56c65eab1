import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { amountOf, currencies, minorOf } from './money'

test.each([
  ['85', 'GBP', 8500],
  ['85,5', 'EUR', 8550],
  ['0.05', 'USD', 5],
  ['9000', 'JPY', 9000],
  ['1.250', 'KWD', 1250],
  ['85.505', 'EUR', null],
  ['9000.5', 'JPY', null],
  ['-1', 'EUR', null],
  ['1e3', 'EUR', null],
  ['', 'EUR', null],
  ['999999999', 'EUR', null],
])('%s %s', (amount, currency, minor) => expect(minorOf(amount, currency)).toBe(minor))

it('comes back as it was, in every currency', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e8 }), fc.constantFrom(...currencies), (minor, currency) => {
      expect(minorOf(amountOf(minor, currency), currency)).toBe(minor)
    }),
  )
})
