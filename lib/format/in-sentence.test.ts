import { expect, test } from 'vitest'
import { inLocale } from './in-locale'
import { inSentence } from './in-sentence'

test('a word inside a sentence is small in English and Spanish, and keeps its capital in German', () => {
  expect(inSentence('Tail up')).toBe('tail up')
  expect(inLocale('es-ES', () => inSentence('Cola arriba'))).toBe('cola arriba')
  expect(inLocale('de-DE', () => inSentence('Schwanz hoch'))).toBe('Schwanz hoch')
})
