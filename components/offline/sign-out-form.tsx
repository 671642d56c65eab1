'use client'
import { useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import { createPortal } from 'react-dom'
import { forgetWatches } from '@/components/log/kept-watch'
import { unsubscribe } from '@/components/news/subscribe'
import type { Owner } from '@/lib/domain/sync/queue'
import { paths } from '@/lib/paths'

type Props = {
  action: (form: FormData) => Promise<void>
  owner: Owner
  words: Record<'title' | 'lead' | 'stay' | 'look' | 'leave', string>
  children: ReactNode
}

/**
 * Signing out leaves nothing of this person on the device. What only the device has would be gone with it: then a
 * person is asked first. Without script there is nothing on the device, and it is a plain form.
 */
export function SignOutForm({ action, owner, words, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [asked, setAsked] = useState(false)
  const wiped = useRef(false)

  const wipeAndGo = async () => {
    const { leaveDevice } = await import('./leave-device')
    await leaveDevice(owner)
    setAsked(false)
    wiped.current = true
    form.current?.requestSubmit()
    wiped.current = false
  }
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    forgetWatches()
    if (wiped.current || localStorage.getItem('doorstep.person') === null) {
      void unsubscribe().catch(() => undefined)
      return
    }
    event.preventDefault()
    void import('./leave-device')
      .then(({ isAllSaved }) => isAllSaved(owner))
      .then((saved) => (saved ? wipeAndGo() : setAsked(true)))
  }
  return (
    <>
      <form ref={form} action={action} onSubmit={onSubmit}>
        {children}
      </form>
      {asked &&
        createPortal(
          <dialog
            ref={openAtOnce}
            className="dialog"
            aria-label={words.title}
            onClose={() => setAsked(false)}
          >
            <div className="dialog-head">
              <h2>{words.title}</h2>
            </div>
            <p>{words.lead}</p>
            <div className="acts dialog-acts">
              <button type="button" className="btn btn-go" onClick={() => setAsked(false)}>
                {words.stay}
              </button>
              <a className="btn" href={paths.onThisPhone()}>
                {words.look}
              </a>
              <button type="button" className="btn btn-danger" onClick={() => void wipeAndGo()}>
                {words.leave}
              </button>
            </div>
          </dialog>,
          document.body,
        )}
    </>
  )
}

const openAtOnce = (dialog: HTMLDialogElement | null) => {
  if (dialog && !dialog.open) dialog.showModal()
}
