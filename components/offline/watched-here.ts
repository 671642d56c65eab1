import { together, type Known } from '@/lib/domain/observation/live/known'
import type { Owner } from '@/lib/domain/sync/queue'
import { knownInQueue } from '@/lib/domain/sync/taps'
import { readQueue } from './device-queue'
import { personOf, read, write } from './vault'

/** What was watched live at a home that was taken along: what is sent is not in the queue any more. */
export const watchedOf = (visitId: string): string => `watched ${visitId}`

/** Whether a home was taken along: its pages open without a signal. */
export const isAlong = async (owner: Owner, visitId: string): Promise<boolean> =>
  (await read(owner, watchedOf(visitId))) !== null

/** Everything this device knows of the observations of a visit. */
export async function watchedHere(owner: Owner, visitId: string): Promise<Known[]> {
  const before = (await read<Known[]>(owner, watchedOf(visitId))) ?? []
  return together([...before, ...knownInQueue(await readQueue(owner), visitId)])
}

/** Adds to what is known of them on this device, one tab after the other. */
export async function remember(owner: Owner, visitId: string, known: readonly Known[]): Promise<void> {
  const name = watchedOf(visitId)
  await navigator.locks.request(`doorstep ${name} ${personOf(owner)}`, async () => {
    const before = (await read<Known[]>(owner, name)) ?? []
    await write(owner, name, together([...before, ...known]))
  })
}
