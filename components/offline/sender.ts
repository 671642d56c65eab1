import { answerFrom, type Answer } from '@/lib/domain/sync/answer'
import {
  answered,
  due,
  dueNext,
  hurried,
  sent,
  signedIn,
  type Owner,
  type Queued,
} from '@/lib/domain/sync/queue'
import { announce, changeQueue, onNews, readQueue, wakeQueue } from './device-queue'
import { deviceNow } from '@/lib/domain/time/device-clock'
import { personOf } from './vault'

/** Longer without an answer means: no answer. */
const patience = 30_000
/** As many at once as a phone on one bar can carry. */
const atOnce = 4

/**
 * Sends what is on the device as long as the page lives, from one tab at a time: the others wait for its lock. `sure`:
 * the server just said that this very person is signed in.
 */
export function keepSending(owner: Owner, { sure }: { sure: boolean }): () => void {
  const stop = new AbortController()
  const { signal } = stop
  navigator.locks
    .request(`doorstep sends ${personOf(owner)}`, { signal }, () => sendUntil(owner, sure, signal))
    .catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  return () => stop.abort()
}

async function sendUntil(owner: Owner, sure: boolean, signal: AbortSignal): Promise<void> {
  await wakeQueue(owner)
  if (sure) await changeQueue(owner, (queue) => (queue.held ? signedIn(queue, owner) : queue))
  const alarm = new Alarm(signal)
  const off = onNews(() => alarm.ring())
  const hurry = () => void changeQueue(owner, hurried).then(() => alarm.ring())
  addEventListener('online', hurry, { signal })
  document.addEventListener('visibilitychange', () => document.hidden || hurry(), { signal })
  try {
    while (!signal.aborted) {
      const queue = navigator.onLine ? await readQueue(owner) : null
      const ready = queue ? due(queue, deviceNow()).slice(0, atOnce) : []
      if (ready.length > 0) await Promise.all(ready.map((item) => sendOne(owner, item)))
      else await alarm.rings(queue ? dueNext(queue) : null)
    }
  } finally {
    off()
  }
}

async function sendOne(owner: Owner, { key, lane }: Queued): Promise<void> {
  // Taken as it was written down: somebody may have typed on meanwhile, and from here on it stays as it is.
  const onItsWay = await changeQueue(owner, (queue) => sent(queue, key))
  const item = onItsWay.items.find((one) => one.key === key)
  if (!item) return
  const answer = await post(owner, item)
  await changeQueue(owner, (queue) => answered(queue, key, answer, deviceNow(), Math.random()))
  announce(answer.state === 'saved' ? { lane, version: answer.version, behind: answer.behind } : { lane })
}

async function post(owner: Owner, { key, madeAt, operation }: Queued): Promise<Answer> {
  try {
    const answer = await fetch('/api/sync/v1', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ owner, madeAt, operation }),
      signal: AbortSignal.timeout(patience),
    })
    const body: unknown = await answer.json().catch(() => null)
    return answerFrom(answer.status, body, answer.headers.get('retry-after'))
  } catch {
    return { state: 'later' }
  }
}

/** Sleeps until something is due, or until somebody rings; a ring while awake is not lost. */
class Alarm {
  private rung = false
  private wake: (() => void) | null = null

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.ring())
  }

  ring(): void {
    this.rung = true
    this.wake?.()
  }

  async rings(at: number | null): Promise<void> {
    if (!this.rung) {
      const longest = 60_000
      const pause = at === null ? longest : Math.min(longest, Math.max(50, at - deviceNow()))
      let timer: ReturnType<typeof setTimeout> | undefined
      await new Promise<void>((wake) => {
        this.wake = wake
        timer = setTimeout(wake, pause)
      })
      clearTimeout(timer)
      this.wake = null
    }
    this.rung = false
  }
}
