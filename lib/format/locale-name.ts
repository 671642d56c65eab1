import { languageOf, type Language, type Locale } from '@/lib/domain/account/locale'

/** "British English", "Deutsch", "Español": as its speakers call it; the country only where there are two of it. */
export function localeName(of: Locale): string {
  const language = languageOf(of)
  return nameOf(language === 'en' ? of : language)
}

/** "English", "Deutsch", "Español". */
export const languageName = (language: Language): string => nameOf(language)

function nameOf(tag: Locale | Language): string {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag
  return name.slice(0, 1).toLocaleUpperCase(tag) + name.slice(1)
}
