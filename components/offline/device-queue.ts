import type { Operation } from '@/lib/domain/sync/operation'
import { emptyQueue, enqueue, type Owner, type Queue } from '@/lib/domain/sync/queue'
import { deviceNow } from '@/lib/domain/time/device-clock'
import { airOf } from './air'
import { personOf, read, write } from './vault'

/** What other tabs and other parts of the page are told: which lane heard what. Never what was written. */
export type News = {
  lane?: string
  saved?: boolean
  version?: number | undefined
  behind?: boolean | undefined
}

const air = airOf<News>('doorstep queue')

/** Tells every part of every tab that the queue is another one now. */
export const announce = (news: News = {}): void => air.tell(news)

/** Hears of every change of the queue, from any tab; gives back how to stop. */
export const onNews = air.hear

export const readQueue = async (owner: Owner): Promise<Queue> =>
  (await read<Queue>(owner, 'queue')) ?? emptyQueue(owner)

/** Changes the queue and writes it down before it answers; one tab at a time. */
export function changeQueue(owner: Owner, change: (queue: Queue) => Queue): Promise<Queue> {
  return navigator.locks.request(`doorstep queue ${personOf(owner)}`, async () => {
    const before = await readQueue(owner)
    const after = change(before)
    const wasEmpty = before.items.length + after.items.length === 0
    if (after !== before && !wasEmpty) await write(owner, 'queue', after)
    return after
  })
}

/** Keeps one thing that was done, under a key of its own. It is on the device when this answers. */
export async function keepOnDevice(owner: Owner, operation: Operation): Promise<void> {
  const made = { key: crypto.randomUUID(), operation, at: deviceNow() }
  await changeAndTell(owner, (queue) => enqueue(queue, made))
}

/** Changes the queue, and then tells every part of every tab. */
export async function changeAndTell(owner: Owner, change: (queue: Queue) => Queue): Promise<void> {
  await changeQueue(owner, change)
  announce()
}
