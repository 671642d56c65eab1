import { readdirSync, readFileSync } from 'node:fs'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { messages as german } from './de'
import { messages as spanish } from './es'

/** A list is of words that a language has as many of as it has. */
type Sentences = { [key: string]: string | string[] | Sentences }
const catalogues: Record<string, object> = { de: german, es: spanish }

/** Every sentence of an area by its dotted key. */
function flat(sentences: Sentences, before = ''): Map<string, string> {
  return new Map(
    Object.entries(sentences).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' || Array.isArray(value)
        ? [[before + key, String(Array.isArray(value) ? '' : value)]]
        : [...flat(value, `${before}${key}.`)],
    ),
  )
}

/** What a sentence asks to be told, and as what: `{count, plural, …}` is not `{count}`. */
function asks(elements: MessageFormatElement[], found = new Set<string>()): Set<string> {
  for (const one of elements) {
    if (one.type !== TYPE.literal && one.type !== TYPE.pound) found.add(`${TYPE[one.type]} ${one.value}`)
    if (one.type === TYPE.plural || one.type === TYPE.select)
      for (const { value } of Object.values(one.options)) asks(value, found)
  }
  return found
}

/** The areas that owners, those they share with, and readers of mails and sheets meet. */
const ownerAreas = [
  ...([
    'account',
    'animal',
    'errors',
    'home',
    'journal',
    'landing',
    'mail',
    'mails',
    'news',
    'observation',
    'paper',
    'photo',
  ] as const),
  ...([
    'plan',
    'progress',
    'protocol',
    'readiness',
    'request',
    'safety',
    'series',
    'session',
    'share',
  ] as const),
  ...(['shell', 'signIn', 'summary', 'ui', 'visit', 'waiting'] as const),
]

/** Not of the catalogue: what the page says that stands in for a broken one, and the words of the protocols shipped. */
const apart = ['trouble', 'shipped']

const filesOf = (language: string) =>
  readdirSync(new URL(language, import.meta.url)).flatMap((name) =>
    name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : [],
  )
const read = (language: string, area: string) =>
  flat(JSON.parse(readFileSync(new URL(`${language}/${area}.json`, import.meta.url), 'utf8')) as Sentences)

for (const [language, catalogue] of Object.entries(catalogues)) {
  const areas = filesOf(language)

  test(`${language}: what owners read is there, and each file is taken in`, () => {
    expect(Object.keys(catalogue)).toEqual(expect.arrayContaining(ownerAreas))
    expect(Object.keys(catalogue).sort()).toEqual(areas.filter((area) => !apart.includes(area)).sort())
  })

  test.each(areas.filter((area) => area !== 'shipped'))(
    `${language}: %s has the sentences of English`,
    (area) => {
      const [own, theirs] = [read(language, area), read('en', area)]
      expect([...own.keys()].sort()).toEqual([...theirs.keys()].sort())
      for (const [key, sentence] of own) {
        const told = asks(parse(theirs.get(key) ?? ''))
        expect([...asks(parse(sentence))].sort(), `${area}.${key}`).toEqual([...told].sort())
      }
    },
  )
}
