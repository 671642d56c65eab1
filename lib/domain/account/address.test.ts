import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { maskAddress, normalizeAddress } from './address'

describe('normalizeAddress', () => {
  it.each([
    ['Lena@Example.org', 'lena@example.org'],
    ['  lena@example.org ', 'lena@example.org'],
    ["o'hara+cats@sub.example.co.uk", "o'hara+cats@sub.example.co.uk"],
    ['lena\uFF20example.org', 'lena@example.org'],
    ['lena@xn--mnchen-3ya.de', 'lena@xn--mnchen-3ya.de'],
  ])('takes %s', (typed, address) => expect(normalizeAddress(typed)).toBe(address))

  it.each([
    '',
    'lena',
    '@example.org',
    'lena@',
    'lena@localhost',
    'lena@example..org',
    '.lena@example.org',
    'lena.@example.org',
    'le..na@example.org',
    'lena@-example.org',
    'lena@example.org.',
    'lena@192.168.0.1',
    'lena@[192.168.0.1]',
    '"lena"@example.org',
    '"lena@evil.example"@example.org',
    'lena(comment)@example.org',
    'lena@example.org(comment)',
    'Lena <lena@example.org>',
    'lena@example.org,evil@evil.example',
    'lena@example.org;evil@evil.example',
    'lena@example.org evil@evil.example',
    'lena@example.org\r\nBcc: evil@evil.example',
    'lena@example.org\nevil@evil.example',
    'lena@example.org\u2028evil@evil.example',
    'lena%0d%0aBcc:evil@evil.example@example.org',
    'lena@evil.example\uFF20example.org',
    'lena\uFE6Bevil.example@example.org',
    'lena@münchen.de',
    'lеna@example.org',
    'lena@exаmple.org',
    'lena\u0000@example.org',
    'lena\\@example.org',
    `${'a'.repeat(65)}@example.org`,
    `lena@${'a'.repeat(64)}.org`,
    `lena@${'a.'.repeat(130)}org`,
    'mailto:lena@example.org',
  ])('refuses %j', (typed) => expect(normalizeAddress(typed)).toBeNull())

  test('whatever is typed, an answer is one plain address that stays the same', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...'ab.@"<>(),;:\\ \r\n\t\u0000%+\uFF20\uFE6B\u200B\u00A0ä1-['),
      maxLength: 40,
    })
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string(), fc.emailAddress()), (typed) => {
        const address = normalizeAddress(typed)
        if (address === null) return
        expect(address).toMatch(/^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@[a-z0-9.-]+$/)
        expect(address.split('@')).toHaveLength(2)
        expect(normalizeAddress(address)).toBe(address)
      }),
      { numRuns: 2_000 },
    )
  })
})

test('a masked address is known to its owner and to nobody else', () => {
  expect(maskAddress('lena.berger@example.org')).toBe('l•••@example.org')
  expect(maskAddress('nonsense')).toBe('•••')
})
