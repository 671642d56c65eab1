'use client'
import { useRef, type ReactNode, type SubmitEvent } from 'react'
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
  const dialog = useRef<HTMLDialogElement>(null)

  const wipeAndGo = async () => {
    const { leaveDevice } = await import('./leave-device')
    await leaveDevice(owner)
    dialog.current?.close()
    form.current?.requestSubmit()
  }
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    if (localStorage.getItem('doorstep.person') === null) return
    event.preventDefault()
    void import('./leave-device')
      .then(({ isAllSaved }) => isAllSaved(owner))
      .then((saved) => (saved ? wipeAndGo() : dialog.current?.showModal()))
  }
  return (
    <>
      <form ref={form} action={action} onSubmit={onSubmit}>
        {children}
      </form>
      <dialog ref={dialog} className="dialog" aria-label={words.title}>
        <div className="dialog-head">
          <h2>{words.title}</h2>
        </div>
        <p>{words.lead}</p>
        <div className="acts dialog-acts">
          <button type="button" className="btn btn-go" onClick={() => dialog.current?.close()}>
            {words.stay}
          </button>
          <a className="btn" href={paths.onThisPhone()}>
            {words.look}
          </a>
          <button type="button" className="btn btn-danger" onClick={() => void wipeAndGo()}>
            {words.leave}
          </button>
        </div>
      </dialog>
    </>
  )
}
