import { text } from '@/lib/format/text'

const keys = [
  ...[
    'quiet',
    'writing',
    'sending',
    'saved',
    'onThisPhone',
    'signedOut',
    'differs',
    'signed',
    'refused',
    'otherTab',
  ],
  ...[
    'notHere',
    'unread',
    'behind',
    'reload',
    'signIn',
    'look',
    'differsTitle',
    'differsLead',
    'mine',
    'theirs',
  ],
  ...['keepMine', 'keepTheirs', 'keepBoth', 'blank'],
]

/** What a note that is being kept may have to say. */
export const keepNoteWords = (): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, text('sync')(`note.${key}`)]))
