import { languageOf, type Locale } from '@/lib/domain/account/locale'

/** "British English", "Deutsch", "Español": as its speakers call it; the country only where there are two of it. */
export function localeName(of: Locale): string {
  const language = languageOf(of)
  const name = new Intl.DisplayNames(of, { type: 'language' }).of(language === 'en' ? of : language) ?? of
  return name.slice(0, 1).toLocaleUpperCase(of) + name.slice(1)
}
