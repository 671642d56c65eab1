import { createTranslator } from 'use-intl/core'
import { languageOf, type Language } from '@/lib/domain/account/locale'
import { messages, type Messages } from '@/lib/messages/en'
import { locale } from './locale'

export type Area = keyof Messages
type Values = Record<string, string | number>
type Translate = ReturnType<typeof translatorOf>
export type Text = ((key: string, values?: Values) => string) & { has: (key: string) => boolean }

/** A language may leave out whole areas, which then read in English: the practice's own rooms do. */
export type Catalogue = Partial<Record<Area, object>>

const catalogues: Partial<Record<Language, Catalogue>> = { en: messages }
const translators = new Map<string, Translate>()
const texts = new Map<Area, Text>()

export function learn(language: Language, catalogue: Catalogue): void {
  catalogues[language] = catalogue
}

/**
 * Sentences of one area of the catalogue, in the language of the moment: `text('client')('title', { name })`.
 * An unknown key throws, in tests and at run time alike: a person never reads a key.
 */
export function text(area: Area): Text {
  const known = texts.get(area)
  if (known) return known
  const made: Text = Object.assign(
    (key: string, values?: Values) => translator(area, key)(key as never, values as never),
    { has: (key: string) => translator(area, key).has(key as never) },
  )
  texts.set(area, made)
  return made
}

/** All of an area in the language of the moment, for a script that speaks in the browser. */
export const sentencesOf = <A extends Area>(area: A): Messages[A] => ({
  ...messages[area],
  ...catalogues[languageOf(locale())]?.[area],
})

/** Where a language lacks an area or a sentence, English has it. */
function translator(area: Area, key: string): Translate {
  const language = languageOf(locale())
  const own = catalogues[language]?.[area] ? of(language, area) : undefined
  return own?.has(key as never) ? own : of('en', area)
}

function of(language: Language, area: Area): Translate {
  const name = `${language} ${area}`
  const known = translators.get(name)
  if (known) return known
  const made = translatorOf(language, area)
  translators.set(name, made)
  return made
}

const translatorOf = (language: Language, area: Area) =>
  createTranslator({
    locale: language,
    messages: { [area]: catalogues[language]?.[area] } as Record<string, Record<string, string>>,
    namespace: area,
    onError(error) {
      throw error
    },
  })
