import type { LiveEvent } from '@/lib/domain/observation/live/event'
import type { Known } from '@/lib/domain/observation/live/known'
import type { Queue } from './queue'

// What a device's queue holds of the animals that are watched live at a visit.

const tapsOf = ({ items }: Queue, visitId: string) =>
  items.flatMap(({ operation, ...item }) =>
    operation.kind === 'append_events' && operation.visitId === visitId ? [{ ...item, operation }] : [],
  )

/** The observations that the server does not have whole; those whose session waits as well are recorded. */
export function knownInQueue(queue: Queue, visitId: string): Known[] {
  const tapped = tapsOf(queue, visitId).map(({ operation: { observationId, animalId, events } }) => ({
    ...{ observationId, animalId, recorded: false },
    // As they were written down here, from the board.
    events: events as LiveEvent[],
  }))
  const recorded = queue.items.flatMap(({ operation }) =>
    operation.kind === 'record_session'
      ? [{ observationId: operation.session.id, animalId: operation.session.animalId }]
      : [],
  )
  return [...tapped, ...recorded.map((one) => ({ ...one, events: [], recorded: true }))]
}

/** How the taps of a visit stand on this device. `waiting` and `refused` are counts of taps. */
export type TapsHere = {
  waiting: number
  refused: number
  /** They were tried and did not get through. */
  tried: boolean
  /** They wait until their person signs in. */
  signedOut: boolean
}

export function tapsHere(queue: Queue, visitId: string): TapsHere {
  const taps = tapsOf(queue, visitId)
  const count = (these: typeof taps) => these.reduce((all, { operation }) => all + operation.events.length, 0)
  return {
    waiting: count(taps.filter(({ trouble }) => !trouble)),
    refused: count(taps.filter(({ trouble }) => trouble)),
    tried: taps.some(({ attempts, sending }) => attempts > (sending ? 1 : 0)),
    signedOut: taps.length > 0 && queue.held !== null,
  }
}
