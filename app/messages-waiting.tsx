import { WaitingCount } from '@/components/thread/waiting-count'
import { messagesWaiting } from '@/lib/data/thread-list'
import type { Viewer } from '@/lib/domain/access/viewer'

/** Beside the room of messages, when it is known; the page does not wait for it. */
export async function MessagesWaiting({ viewer }: { viewer: Viewer }) {
  return <WaitingCount count={await messagesWaiting(viewer)} />
}
