import 'server-only'
import type { Metadata } from 'next'
import { askedLocale, speak } from './spoken'
import { currentHats } from './viewer'

/** The title of a page that is read in more than one language: known when it is asked for, in its reader's. */
export const titled = (title: () => string) => async (): Promise<Metadata> => {
  const hats = await currentHats()
  speak(hats?.members.length ? 'en-GB' : (hats?.guardians[0]?.locale ?? (await askedLocale())))
  return { title: title() }
}
