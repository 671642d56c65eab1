'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Owner } from '@/lib/domain/sync/queue'
import { deviceNow } from '@/lib/domain/time/device-clock'
import { postTaps } from './post-taps'
import { tapBook, type Watch } from './tap-book'

type Options = {
  visitId: string
  begun: Readonly<Record<string, Watch>>
  owner: Owner
  sendTo: string
}

/** The book of this page's taps. Leaving or hiding the page sends what is open; signal and looking again wake it. */
export function useBook({ visitId, begun, owner, sendTo }: Options) {
  const [taps] = useState(() =>
    tapBook({
      ...{ visitId, begun, device: () => deviceOfTab(), clock: deviceNow },
      makeId: () => crypto.randomUUID(),
      post: postTaps(sendTo, owner),
    }),
  )
  const book = useSyncExternalStore(taps.subscribe, taps.read, taps.read)
  useEffect(() => {
    const hidden = () => (document.visibilityState === 'hidden' ? taps.leave() : taps.wake())
    const leaving = (event: BeforeUnloadEvent) => {
      if (taps.read().trouble !== null) event.preventDefault()
    }
    window.addEventListener('online', taps.wake)
    window.addEventListener('pagehide', taps.leave)
    window.addEventListener('beforeunload', leaving)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('online', taps.wake)
      window.removeEventListener('pagehide', taps.leave)
      window.removeEventListener('beforeunload', leaving)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [taps])
  return { taps, book }
}

/** A name for this tab that outlives a reload, so that its own taps can still be taken back. It says nothing. */
function deviceOfTab(): string {
  const known = sessionStorage.getItem('doorstep.device')
  if (known) return known
  const made = crypto.randomUUID()
  sessionStorage.setItem('doorstep.device', made)
  return made
}
