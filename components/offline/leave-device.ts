import type { Owner } from '@/lib/domain/sync/queue'
import { standingOf } from '@/lib/domain/sync/truth'
import { readQueue } from './device-queue'
import { canKeep, wipe } from './vault'

/** Whether the server has everything that this person did on this device. */
export const isAllSaved = async (owner: Owner): Promise<boolean> =>
  !canKeep() || standingOf(await readQueue(owner)) === 'saved'

/** Leaves nothing of this person on the device. */
export async function leaveDevice(owner: Owner): Promise<void> {
  if (canKeep()) await wipe(owner)
}
