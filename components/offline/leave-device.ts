import type { Owner } from '@/lib/domain/sync/queue'
import { standingOf } from '@/lib/domain/sync/truth'
import { canKeep } from './can-keep'
import { readQueue } from './device-queue'
import { photosWrittenDown } from './kept-photo'
import { hasUnsaved } from './unsaved'
import { wipe } from './vault'

/** Whether the server has everything that this person did, or began to write, on this device. */
export async function isAllSaved(owner: Owner): Promise<boolean> {
  if (!canKeep()) return true
  await photosWrittenDown(owner)
  if (await hasUnsaved(owner)) return false
  return standingOf(await readQueue(owner)) === 'saved'
}

/** Leaves nothing of this person on the device. */
export async function leaveDevice(owner: Owner): Promise<void> {
  if (canKeep()) await wipe(owner)
}
