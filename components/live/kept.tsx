'use client'
import { Check, WifiOff } from '@/components/ui/icons'
import type { LiveWords } from '@/lib/format/live-words'
import type { OnDevice } from './device-taps'
import type { Book } from './tap-book'
import { filled } from './words'

type Props = {
  book: Book
  device: OnDevice
  /** What is on this device does not get through just now. */
  stuck: boolean
  say: LiveWords['say']
  /** Where one signs in, and where one looks at what this device keeps. */
  hrefs: { signIn: string; onThisPhone: string }
}

/** Where what was tapped is: saved, on this phone, or on this page only; always truthfully. */
export function Kept({ book: { unsaved, refused, trouble }, device, stuck, say, hrefs }: Props) {
  const count = unsaved + device.waiting
  const onPage = trouble !== null && unsaved > 0
  const waits = onPage || (count > 0 && stuck)
  const where = onPage ? say.notSaved : say.onThisPhone
  return (
    <>
      <p className={waits ? 'live-kept live-kept-not' : 'live-kept'} role="status">
        {waits ? <WifiOff /> : <Check />}
        <span>{waits ? filled(where, { count }) : count > 0 ? say.saving : say.saved}</span>
      </p>
      {(trouble === 'signedOut' || device.signedOut) && (
        <p className="live-trouble" role="alert">
          {filled(onPage ? say.signedOut : say.signedOutHere, { count })}{' '}
          <a href={hrefs.signIn} target="_blank" rel="noreferrer">
            {say.signIn}
          </a>
        </p>
      )}
      {refused > 0 && (
        <p className="live-trouble" role="alert">
          {filled(say.refused, { count: refused })}
        </p>
      )}
      {device.refused > 0 && (
        <p className="live-trouble" role="alert">
          {filled(say.refusedHere, { count: device.refused })} <a href={hrefs.onThisPhone}>{say.look}</a>
        </p>
      )}
    </>
  )
}
