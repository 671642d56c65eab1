import { text } from '@/lib/format/text'
import type { PhotoWords } from './photo-on-phone'

const standings = ['onThisPhone', 'sending', 'signedOut', 'refused', 'kept'] as const
const acts = ['keeping', 'again', 'save', 'letGo', 'shut'] as const
const refusals = [
  ...['empty', 'tooBig', 'notAPicture', 'heic', 'twoThings', 'broken', 'notAgreed', 'badForm', 'noRoom'],
  ...[
    'filmTooBig',
    'filmTooLong',
    'filmKind',
    'filmBroken',
    'filmNotAgreed',
    'otherPhoto',
    'placeGone',
    'notHere',
  ],
]

/** What a photo that waits on a device may have to say; by a key of the catalogue why it is refused. */
export function photoWords(): PhotoWords {
  const t = text('photo')
  return {
    is: said(standings, (key) => t(`onPhone.${key}`)),
    ...said(acts, (key) => t(`onPhone.${key}`)),
    refusal: Object.fromEntries(refusals.map((key) => [`photo.refusal.${key}`, t(`refusal.${key}`)])),
  }
}

const said = <Key extends string>(keys: readonly Key[], say: (key: Key) => string) =>
  Object.fromEntries(keys.map((key) => [key, say(key)])) as Record<Key, string>
