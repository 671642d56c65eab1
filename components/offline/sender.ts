import { answerFrom, type Answer } from '@/lib/domain/sync/answer'
import { isPhoto } from '@/lib/domain/sync/photos'
import {
  answered,
  awoken,
  due,
  dueNext,
  hurried,
  sent,
  signedIn,
  type Owner,
  type Queued,
} from '@/lib/domain/sync/queue'
import { deviceNow } from '@/lib/domain/time/device-clock'
import { announce, changeQueue, onNews, readQueue } from './device-queue'
import { forgetUnnamed } from './kept-photo'
import { postPhoto } from './photo-post'
import { personOf } from './vault'

/** Longer without an answer means: no answer. */
const patience = 30_000

/** What is sent together: each line waits for itself alone. */
type Line = { name: string; atOnce: number; carries: (item: Queued) => boolean }
const lines: readonly Line[] = [
  // As many at once as a phone on one bar can carry.
  { name: 'words', atOnce: 4, carries: (item) => !isPhoto(item) },
  // One after the other, in the order they were taken, and none holds up a word.
  { name: 'photos', atOnce: 1, carries: isPhoto },
]

/**
 * Sends what is on the device as long as the page lives, each line from one tab at a time: the others wait for its
 * lock. `sure`: the server just said that this very person is signed in.
 */
export function keepSending(owner: Owner, { sure }: { sure: boolean }): () => void {
  const stop = new AbortController()
  const { signal } = stop
  for (const line of lines)
    navigator.locks
      .request(`doorstep sends ${line.name} of ${personOf(owner)}`, { signal }, () =>
        sendUntil(owner, line, sure, signal),
      )
      .catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
  return () => stop.abort()
}

async function sendUntil(owner: Owner, line: Line, sure: boolean, signal: AbortSignal): Promise<void> {
  await changeQueue(owner, (queue) => {
    const awake = awoken(queue, line.carries)
    return sure && awake.held ? signedIn(awake, owner) : awake
  })
  await forgetUnnamed(owner)
  const alarm = new Alarm(signal)
  const off = onNews(() => alarm.ring())
  const hurry = () => void changeQueue(owner, hurried).then(() => alarm.ring())
  addEventListener('online', hurry, { signal })
  document.addEventListener('visibilitychange', () => document.hidden || hurry(), { signal })
  try {
    while (!signal.aborted) {
      const queue = navigator.onLine ? await readQueue(owner) : null
      const ready = queue ? due(queue, deviceNow(), line.carries).slice(0, line.atOnce) : []
      if (ready.length > 0) await Promise.all(ready.map((item) => sendOne(owner, item)))
      else await alarm.rings(queue && dueNext(queue, line.carries))
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
  if (answer.state !== 'saved') return announce({ lane })
  announce({ lane, saved: true, version: answer.version, behind: answer.behind })
  if (isPhoto(item)) await forgetUnnamed(owner)
}

async function post(owner: Owner, item: Queued): Promise<Answer> {
  try {
    const { operation } = item
    return operation.kind === 'add_photo'
      ? await postPhoto(owner, item, operation)
      : await postWords(owner, item)
  } catch {
    return { state: 'later' }
  }
}

async function postWords(owner: Owner, { key, madeAt, operation }: Queued): Promise<Answer> {
  const answer = await fetch('/api/sync/v1', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ owner, madeAt, operation }),
    signal: AbortSignal.timeout(patience),
  })
  const body: unknown = await answer.json().catch(() => null)
  return answerFrom(answer.status, body, answer.headers.get('retry-after'))
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
