import { languageOf, type Language } from '@/lib/domain/account/locale'
import { locale } from './locale'

type Words = Readonly<Record<string, string>>
const translations: Partial<Record<Language, Words>> = {}

export function learnProgrammes(language: Language, words: Words): void {
  translations[language] = words
}

/**
 * The same with every sentence of a shipped programme in the language of the moment. A sentence is known by its English
 * words: what a practice wrote itself, or changed, stays as it wrote it. For what is shown, never for what is kept.
 */
export function inReadersWords<T>(value: T): T {
  const words = translations[languageOf(locale())]
  return words ? (translated(value, words) as T) : value
}

function translated(value: unknown, words: Words): unknown {
  if (typeof value === 'string') return Object.hasOwn(words, value) ? words[value] : value
  if (Array.isArray(value)) return value.map((one) => translated(one, words))
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, translated(one, words)]))
}

/** Moments, days and maps are not looked into. */
const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
