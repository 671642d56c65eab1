'use client'
import { Check, WifiOff } from '@/components/ui/icons'
import type { LiveWords } from '@/lib/format/live-words'
import type { Book } from './tap-book'
import { filled } from './words'

type Props = { book: Book; say: LiveWords['say']; signIn: string }

/** Whether what was tapped is in the record, always truthfully. */
export function Kept({ book: { unsaved, refused, trouble }, say, signIn }: Props) {
  const waits = trouble !== null && unsaved > 0
  return (
    <>
      <p className={waits ? 'live-kept live-kept-not' : 'live-kept'} role="status">
        {waits ? <WifiOff /> : <Check />}
        <span>{waits ? filled(say.notSaved, { count: unsaved }) : unsaved > 0 ? say.saving : say.saved}</span>
      </p>
      {trouble === 'signedOut' && (
        <p className="live-trouble" role="alert">
          {filled(say.signedOut, { count: unsaved })}{' '}
          <a href={signIn} target="_blank" rel="noreferrer">
            {say.signIn}
          </a>
        </p>
      )}
      {refused > 0 && (
        <p className="live-trouble" role="alert">
          {filled(say.refused, { count: refused })}
        </p>
      )}
    </>
  )
}
