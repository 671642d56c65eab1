import 'server-only'
import type { Metadata } from 'next'
import { speak } from './spoken'
import { localeHere } from './viewer'

/** The title of a page that is read in more than one language: known when it is asked for, in its reader's. */
export const titled = (title: () => string) => async (): Promise<Metadata> => {
  speak(await localeHere())
  return { title: title() }
}
