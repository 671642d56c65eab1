import { languageOf } from '@/lib/domain/account/locale'
import { locale } from './locale'

/** A word of the catalogue inside a sentence: "Tail up" is "tail up". German keeps its capitals: its nouns need them. */
export const inSentence = (words: string): string =>
  languageOf(locale()) === 'de' ? words : words.charAt(0).toLowerCase() + words.slice(1)
