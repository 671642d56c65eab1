/** What a person may choose to be spoken to in: a language with the order and marks of its dates and figures (BCP 47). */
export const locales = ['en-GB', 'en-US', 'de-DE', 'es-ES'] as const
export type Locale = (typeof locales)[number]

/** The practice's own rooms, and whoever chose nothing. */
export const defaultLocale: Locale = 'en-GB'

export const languages = ['en', 'de', 'es'] as const
export type Language = (typeof languages)[number]

/** The catalogue of a locale: "en" for "en-US". */
export const languageOf = (locale: Locale): Language => locale.slice(0, 2) as Language

export const isLocale = (value: string | undefined): value is Locale =>
  (locales as readonly (string | undefined)[]).includes(value)

const first: Record<Language, Locale> = { en: 'en-GB', de: 'de-DE', es: 'es-ES' }

/**
 * The locale a browser asks for by `Accept-Language` (RFC 9110, 12.5.4): its best-weighted language that we speak,
 * whichever country it is of. English is British unless somebody chose otherwise.
 */
export function localeAskedFor(header: string | null): Locale {
  const wanted = (header ?? '')
    .slice(0, 1_000)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.find((one) => one.trim().startsWith('q='))
      return { language: tag.trim().split('-')[0], weight: weight ? Number(weight.trim().slice(2)) || 0 : 1 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const language = wanted.map((one) => languages.find((known) => known === one.language)).find(Boolean)
  return language ? first[language] : defaultLocale
}
