import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { isLocale, localeAskedFor, type Locale } from '@/lib/domain/account/locale'
import '@/lib/format/in-locale'
import { knowLocaleBy } from '@/lib/format/locale'
import { origin } from './origin'

const chosen = 'doorstep.locale'

/** One of these a page being drawn; outside of a page each call gets its own, which nobody keeps. */
const page = cache((): { locale?: Locale } => ({}))
knowLocaleBy(() => page().locale)

/** From here on this page is drawn in a locale. */
export const speak = (locale: Locale): void => void (page().locale = locale)

/** What somebody whom we do not know reads in: as chosen in this browser, else as it asks. */
export const askedLocale = cache(async (): Promise<Locale> => {
  const kept = (await cookies()).get(chosen)?.value
  return isLocale(kept) ? kept : localeAskedFor((await headers()).get('accept-language'))
})

/** For pages in front of the door. */
export const speakAsAsked = async (): Promise<void> => speak(await askedLocale())

/** Keeps a choice made in front of the door, in this browser, for a year. */
export async function rememberLocale(locale: Locale): Promise<void> {
  ;(await cookies()).set(chosen, locale, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: origin().startsWith('https:'),
    maxAge: 31_536_000,
  })
}
