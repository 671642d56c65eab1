import { defaultLocale, type Locale } from '@/lib/domain/account/locale'

const sources: (() => Locale | undefined)[] = []

/** Where the locale of a moment is known from: the server adds the request, and whoever a letter is written to. */
export const knowLocaleBy = (source: () => Locale | undefined): void => void sources.push(source)

/** The locale in which words and figures are made at this moment. */
export function locale(): Locale {
  for (const source of sources) {
    const known = source()
    if (known) return known
  }
  return defaultLocale
}
