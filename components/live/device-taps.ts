import { canKeep } from '@/components/offline/can-keep'
import { keepOnDevice, onNews, readQueue } from '@/components/offline/device-queue'
import { keepSending } from '@/components/offline/sender'
import { stepIn } from '@/components/offline/vault'
import { isAlong, remember, watchedHere } from '@/components/offline/watched-here'
import { isOpen, newestOf, type Known } from '@/lib/domain/observation/live/known'
import type { Owner } from '@/lib/domain/sync/queue'
import { knownInQueue, tapsHere, type TapsHere } from '@/lib/domain/sync/taps'
import type { Batch } from './tap-book'

/** How the taps of the visit stand on this device. */
export type OnDevice = TapsHere & {
  /** Its home was taken along: its pages open without a signal. */
  along: boolean
}
type Options = {
  owner: Owner
  visitId: string
  /** As the page was given it. */
  begun: readonly Known[]
  /** Not drawn by the server just now, but kept. */
  offline: boolean
}

/**
 * Keeps the taps of a visit on this device, encrypted and in their lane, and sends them from there. Gives back what
 * the device had of them already; null where the browser can keep nothing.
 */
export async function tapsOnDevice(
  { owner, visitId, begun, offline }: Options,
  tell: (state: OnDevice) => void,
  signal: AbortSignal,
) {
  if (!canKeep()) return null
  stepIn(owner)
  const along = offline || (await isAlong(owner, visitId))
  const inQueue = knownInQueue(await readQueue(owner), visitId)
  // The server knows best what it has; where it cannot be asked, this device does.
  const known = offline ? await watchedHere(owner, visitId) : [...begun, ...inQueue]
  if (along && !offline) await remember(owner, visitId, await overToServer(owner, visitId, known))
  if (signal.aborted) return null

  const look = async () => tell({ ...tapsHere(await readQueue(owner), visitId), along })
  signal.addEventListener(
    'abort',
    onNews(() => void look()),
  )
  signal.addEventListener('abort', keepSending(owner, { sure: !offline }))
  await look()
  return {
    begun: newestOf(known, isOpen),
    keep: async (batch: Batch): Promise<void> => {
      await keepOnDevice(owner, { kind: 'append_events', ...batch })
      if (along) await remember(owner, visitId, [{ ...batch, recorded: false }])
      await look()
    },
  }
}

/** What this device took for open and the server does not name any more was made a session elsewhere. */
async function overToServer(owner: Owner, visitId: string, known: readonly Known[]): Promise<Known[]> {
  const ids = new Set(known.map(({ observationId }) => observationId))
  const rest = (await watchedHere(owner, visitId)).filter((one) => !ids.has(one.observationId))
  return [...known, ...rest.map((one) => ({ ...one, recorded: true }))]
}
