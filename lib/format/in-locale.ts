import { AsyncLocalStorage } from 'node:async_hooks'
import type { Locale } from '@/lib/domain/account/locale'
import { messages as german } from '@/lib/messages/de'
import germanProgrammes from '@/lib/messages/de/shipped.json'
import { messages as spanish } from '@/lib/messages/es'
import spanishProgrammes from '@/lib/messages/es/shipped.json'
import { knowLocaleBy } from './locale'
import { learnProgrammes } from './programme-words'
import { learn } from './text'

// Only a server comes by here: a browser gets English with its scripts, and everything else as words.
learn('de', german)
learn('es', spanish)
learnProgrammes('de', germanProgrammes)
learnProgrammes('es', spanishProgrammes)

const spoken = new AsyncLocalStorage<Locale>()
knowLocaleBy(() => spoken.getStore())

/** Does a piece of work in a person's locale, whatever locale asked for it: a mail, a sheet, the answer to a form. */
export const inLocale = <T>(locale: Locale, work: () => T): T => spoken.run(locale, work)
