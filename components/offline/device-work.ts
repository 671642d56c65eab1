import type { Owner } from '@/lib/domain/sync/queue'
import { standingOf, type Standing } from '@/lib/domain/sync/truth'
import { canKeep } from './can-keep'
import { keptDay } from './day-kit'
import { onNews, readQueue } from './device-queue'
import { keepSending } from './sender'
import { stepIn } from './vault'

/** How long something may be on its way before a page that is about something else speaks of it. */
const grace = 3_000

/** Sends for whoever was just seen to be signed in, and tells how it stands; gives back how to stop. */
export function workFor(owner: Owner, tell: (standing: Standing) => void): () => void {
  if (!canKeep()) return () => undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = async () => {
    const standing = standingOf(await readQueue(owner))
    clearTimeout(timer)
    if (standing === 'onThisPhone') timer = setTimeout(() => tell(standing), grace)
    else tell(standing)
  }
  stepIn(owner)
  void look()
  void keptDay(owner)
  const off = onNews(() => void look())
  const rest = keepSending(owner, { sure: true })
  return () => {
    clearTimeout(timer)
    off()
    rest()
  }
}
