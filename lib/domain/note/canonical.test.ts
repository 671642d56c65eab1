import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from './canonical'

const json = fc.jsonValue()

test('the order of keys does not matter', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json), (record) => {
      const turned = Object.fromEntries(Object.entries(record).reverse())
      expect(canonical(turned)).toBe(canonical(record))
    }),
  )
})

test('reading it back gives the same content', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value))
    }),
  )
})

test('another content has another text', () => {
  expect(canonical({ a: 1 })).not.toBe(canonical({ a: 2 }))
  expect(canonical({ a: undefined, b: 1 })).toBe(canonical({ b: 1 }))
})
