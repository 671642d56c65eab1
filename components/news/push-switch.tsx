'use client'
import { startTransition, useActionState, useEffect, useState, useSyncExternalStore } from 'react'
import { untouched, type FormAction } from '@/lib/domain/result/form-state'
import { isSubscribed, subscribe, type Subscribed } from './subscribe'

export type SwitchWords = Record<'on' | 'lost' | 'wait' | 'cannot' | 'refused' | 'unreached', string>
type Props = {
  action: FormAction
  /** By which a push service knows our pushes from anybody else's. */
  publicKey: string
  isOn: boolean
  words: SwitchWords
}

/** Lets this browser ring. It asks for nothing before it is pressed; what stands in the way is said under it. */
export function PushSwitch({ action, publicKey, isOn, words }: Props) {
  const [answer, send, pending] = useActionState(action, untouched)
  const [refused, setRefused] = useState<Exclude<Subscribed, object> | null>(null)
  const [busy, setBusy] = useState(false)
  const [lost, setLost] = useState(false)
  const can = useSyncExternalStore(never, canRing, () => true)
  useEffect(() => {
    let left = false
    if (isOn && canRing())
      void isSubscribed(publicKey).then(
        (is) => left || setLost(!is),
        () => undefined,
      )
    return () => {
      left = true
    }
  }, [isOn, publicKey, answer])
  if (isOn && !lost) return <p role="status">{answer.message}</p>
  if (!can) return <p className="quiet">{words.cannot}</p>

  const press = async () => {
    setBusy(true)
    setRefused(null)
    const subscribed = await subscribe(publicKey)
    setBusy(false)
    if (typeof subscribed === 'string') return setRefused(subscribed)
    const form = new FormData()
    for (const [name, value] of Object.entries(subscribed)) form.set(name, value)
    startTransition(() => send(form))
  }
  const waits = busy || pending
  const said = refused ? words[refused] : answer.status !== 'done' && answer.message
  return (
    <div className="push-switch">
      {isOn && <p className="mt-3">{words.lost}</p>}
      <button
        type="button"
        className="btn btn-go"
        aria-disabled={waits || undefined}
        onClick={() => {
          if (!waits) void press()
        }}
      >
        {waits ? words.wait : words.on}
      </button>
      <p role="alert" className={said ? 'field-error' : undefined}>
        {said}
      </p>
      <noscript>
        <p className="quiet">{words.cannot}</p>
      </noscript>
    </div>
  )
}

const never = () => () => undefined
const canRing = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
