import type { Owner } from '@/lib/domain/sync/queue'
import { standingOf } from '@/lib/domain/sync/truth'
import { canKeep } from './can-keep'
import { readQueue } from './device-queue'
import { photosWrittenDown } from './kept-photo'
import { wipe } from './vault'

/** Whether the server has everything that this person did on this device. */
export async function isAllSaved(owner: Owner): Promise<boolean> {
  if (!canKeep()) return true
  await photosWrittenDown(owner)
  return standingOf(await readQueue(owner)) === 'saved'
}

/** Leaves nothing of this person on the device. */
export async function leaveDevice(owner: Owner): Promise<void> {
  if (canKeep()) await wipe(owner)
}
