import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { Locale } from '@/lib/domain/account/locale'
import { messages as german } from '@/lib/messages/de'
import { dayAndTime, dayInYear, dayLong, dayShort, monthInYear, relativeDay } from './dates'
import { inLocale } from './in-locale'
import { listOf } from './list'
import { locale } from './locale'
import { localeName } from './locale-name'
import { weight } from './measures'
import { money } from './money'
import { learn, text } from './text'

const day = Temporal.PlainDate.from('2026-05-14')
const moment = Temporal.Instant.from('2026-05-14T16:45:00Z')

test.each<[Locale, string[]]>([
  ['en-GB', ['Thursday 14 May', 'Thu 14 May', '14 May 2026', 'May 2026', 'Thu 14 May, 18:45', 'tomorrow']],
  [
    'en-US',
    ['Thursday, May 14', 'Thu, May 14', 'May 14, 2026', 'May 2026', 'Thu, May 14, 6:45 PM', 'tomorrow'],
  ],
  [
    'de-DE',
    ['Donnerstag, 14. Mai', 'Do., 14. Mai', '14. Mai 2026', 'Mai 2026', 'Do., 14. Mai, 18:45', 'morgen'],
  ],
  [
    'es-ES',
    [
      'jueves, 14 de mayo',
      'jue, 14 may',
      '14 de mayo de 2026',
      'mayo de 2026',
      'jue, 14 may, 18:45',
      'mañana',
    ],
  ],
])('%s has its own days and times', (its, words) => {
  const said = inLocale(its, () => [
    dayLong(day, 'UTC'),
    dayShort(day, 'UTC'),
    dayInYear(day, 'UTC'),
    monthInYear(day.toPlainYearMonth()),
    dayAndTime(moment, 'Europe/Vienna'),
    relativeDay(day, day.subtract({ days: 1 }), 'UTC'),
  ])
  expect(said).toEqual(words)
})

test('figures, lists and money are written as the reader writes them', () => {
  expect(inLocale('de-DE', () => weight(4_250, 'metric'))).toBe('4,25 kg')
  expect(inLocale('en-US', () => weight(4_250, 'imperial'))).toBe('9.37 lb')
  expect(inLocale('es-ES', () => listOf(['Moth', 'Fig', 'Iris']))).toBe('Moth, Fig e Iris')
  expect(inLocale('de-DE', () => money(8_550, 'EUR'))).toBe('85,50\u00a0€')
})

test('a language is told by its own name', () => {
  const names = (['en-GB', 'en-US', 'de-DE', 'es-ES'] as const).map(localeName)
  expect(names).toEqual(['British English', 'American English', 'Deutsch', 'Español'])
})

test('a text made once speaks to each reader in their own language, also across waits and beside another', async () => {
  const t = text('shell')
  const say = (its: Locale) =>
    inLocale(its, async () => {
      await Promise.resolve()
      return `${locale()} ${t('skip')}`
    })
  const said = await Promise.all([say('de-DE'), say('en-GB'), say('es-ES'), say('en-US')])
  expect(new Set(said).size).toBe(4)
  expect(said[1]).toBe('en-GB Skip to the page')
  expect(locale()).toBe('en-GB')
})

test('what a language lacks reads in English', () => {
  const title = text('settings')('title')
  const inGerman = () => inLocale('de-DE', () => text('settings')('title'))
  learn('de', {})
  expect(inGerman()).toBe(title)
  learn('de', german)
  expect(inGerman()).not.toBe(title)
})
