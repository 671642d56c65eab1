import type { WhenRefusal } from '@/lib/domain/session/recordable'
import { text } from '@/lib/format/text'
import type { LogIs } from './keep-log'

/** What a log that is kept on a phone may have to say. */
export type KeepWords = Record<'title' | 'read' | 'again' | 'look' | 'signIn' | 'cannot', string> & {
  is: Record<LogIs, string>
  refusal: Record<WhenRefusal | 'checkFields', string>
}

export function keepWords(name: string, practice: string): KeepWords {
  const [t, e] = [text('home'), text('errors')]
  return {
    title: t('kept.title', { name }),
    read: t('kept.read', { name }),
    again: t('done.again'),
    look: t('kept.look'),
    signIn: text('sync')('note.signIn'),
    cannot: e('busy'),
    is: {
      onThisPhone: t('kept.onThisPhone'),
      sent: t('kept.sent', { practice }),
      signedOut: t('kept.signedOut'),
      refused: t('kept.refused'),
    },
    refusal: {
      checkFields: e('checkFields'),
      inTheFuture: e('inTheFuture'),
      skippedHour: e('skippedHour'),
      tooLongAgo: text('session')('tooLongAgo'),
    },
  }
}
