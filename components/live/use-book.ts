'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { newestOf, type Known } from '@/lib/domain/observation/live/known'
import type { Owner } from '@/lib/domain/sync/queue'
import { deviceNow } from '@/lib/domain/time/device-clock'
import type { OnDevice } from './device-taps'
import { postTaps } from './post-taps'
import { tapBook } from './tap-book'

type Options = {
  visitId: string
  begun: readonly Known[]
  owner: Owner
  sendTo: string
  offline: boolean
}

const nothing: OnDevice = { waiting: 0, refused: 0, tried: false, signedOut: false, along: false }

/**
 * The book of this page's taps, and how they stand on this device, which keeps and sends them. Where it cannot, the
 * page sends them itself: leaving or hiding it sends what is open; signal and looking again wake it.
 */
export function useBook({ visitId, begun, owner, sendTo, offline }: Options) {
  const [opened] = useState({ visitId, begun, owner, offline })
  const [device, setDevice] = useState(nothing)
  const [taps] = useState(() =>
    tapBook({
      ...{ visitId, begun: newestOf(begun), device: () => deviceOfTab(), clock: deviceNow },
      makeId: () => crypto.randomUUID(),
      post: postTaps(sendTo, owner),
    }),
  )
  const book = useSyncExternalStore(taps.subscribe, taps.read, taps.read)
  useEffect(() => {
    const stop = new AbortController()
    import('./device-taps')
      .then(({ tapsOnDevice }) => tapsOnDevice(opened, setDevice, stop.signal))
      .then((here) => taps.begin(here?.begun ?? newestOf(opened.begun), here?.keep))
      .catch(() => taps.begin(newestOf(opened.begun)))
    return () => stop.abort()
  }, [taps, opened])
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
  return { taps, book, device }
}

/** A name for this tab that outlives a reload, so that its own taps can still be taken back. It says nothing. */
function deviceOfTab(): string {
  const known = sessionStorage.getItem('doorstep.device')
  if (known) return known
  const made = crypto.randomUUID()
  sessionStorage.setItem('doorstep.device', made)
  return made
}
