import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localeAskedFor, locales } from './locale'

test.each([
  [null, 'en-GB'],
  ['', 'en-GB'],
  ['de', 'de-DE'],
  ['de-AT,de;q=0.9,en;q=0.8', 'de-DE'],
  ['es-MX', 'es-ES'],
  ['fr-FR,fr;q=0.9,es;q=0.5,en;q=0.4', 'es-ES'],
  ['en-US,en;q=0.9,de;q=0.8', 'en-GB'],
  ['en;q=0.2, DE ; q=0.7', 'de-DE'],
  ['de;q=0,es', 'es-ES'],
  ['fr', 'en-GB'],
])('a browser that asks for %j is spoken to in %s', (header, locale) => {
  expect(localeAskedFor(header)).toBe(locale)
})

test('whatever a browser sends, it is one of ours', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000 }), (header) => locales.includes(localeAskedFor(header))),
  )
})
