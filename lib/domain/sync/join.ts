import { oneAfterTheOther } from './merge'
import type { Operation } from './operation'

/** As many taps as go in one request; the server takes 500. */
const mostEvents = 200

/**
 * Two operations of one lane as one; null where they stay two, 'nothing' where the second takes the first back.
 * The first is one that was never sent.
 */
export function joined(first: Operation, second: Operation): Operation | 'nothing' | null {
  if (first.kind === 'save_draft' && second.kind === 'save_draft') {
    const changes = oneAfterTheOther(first.changes, second.changes)
    return changes.length > 0 ? { ...first, changes } : 'nothing'
  }
  if (first.kind === 'append_events' && second.kind === 'append_events') {
    if (first.observationId !== second.observationId) return null
    const events = [...first.events, ...second.events]
    return events.length <= mostEvents ? { ...first, events } : null
  }
  return null
}
