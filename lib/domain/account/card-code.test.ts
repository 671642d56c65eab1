import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardCodeFrom, readCardCode, spacedCardCode } from './card-code'

test('a code is read back however it was typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (bytes) => {
      const code = cardCodeFrom(bytes)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
      expect(spacedCardCode(code)).toMatch(/^.{4}-.{4}-.{4}$/)
      for (const typed of [
        code,
        code.toLowerCase(),
        spacedCardCode(code),
        ` ${code.slice(0, 6)} ${code.slice(6)}`,
      ])
        expect(readCardCode(typed)).toBe(code)
    }),
  )
})

test('letters mistaken for digits are read as digits; anything else is no code', () => {
  expect(readCardCode('OIL0-0000-0000')).toBe('011000000000')
  for (const typed of ['', '1234', '0000-0000-000U', '0000-0000-00000', '<script>'])
    expect(readCardCode(typed)).toBeNull()
})
