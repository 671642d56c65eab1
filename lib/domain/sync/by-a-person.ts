import type { ProposedAmendment } from './late-change'
import { laneOf } from './lane'
import { decided, oneAfterTheOther, type Difference } from './merge'
import { anew, type Queue, type Queued } from './queue'
import { saidIn, type Change, type Fields } from './said'

// What a person does with what needs them. Nothing leaves the device unsaved but by one of these.

const noteLane = (visitId: string) => laneOf({ kind: 'save_draft', visitId, baseVersion: 0, changes: [] })
const draftsOf = (queue: Queue, visitId: string): Queued[] =>
  queue.items.filter(({ lane, operation }) => lane === noteLane(visitId) && operation.kind === 'save_draft')

/** Everything this device changed in a note and has not saved, as one. */
export const unsavedOf = (queue: Queue, visitId: string): Change[] =>
  draftsOf(queue, visitId).reduce<Change[]>(
    (whole, { operation }) =>
      operation.kind === 'save_draft' ? oneAfterTheOther(whole, operation.changes) : whole,
    [],
  )

/** The fields to be looked at: what stood, what is on this phone by now, what others wrote. */
export function differencesOf(queue: Queue, visitId: string): Difference[] {
  const { theirs } = standsInTheWay(queue, visitId, 'differs') ?? {}
  if (!theirs) return []
  return unsavedOf(queue, visitId)
    .filter(({ field }) => Object.hasOwn(theirs, field))
    .map((change) => ({ ...change, theirs: saidIn(theirs, change.field) }))
}

type Anew = { key: string; at: number }

/**
 * A person decided every difference: what they chose is kept as a new operation upon what the others wrote.
 * Does nothing while a difference is without a choice.
 */
export function chosen(queue: Queue, visitId: string, choices: Fields, { key, at }: Anew): Queue {
  const trouble = standsInTheWay(queue, visitId, 'differs')
  const differences = differencesOf(queue, visitId)
  if (!trouble || !differences.every(({ field }) => Object.hasOwn(choices, field))) return queue
  const changes = decided(unsavedOf(queue, visitId), differences, choices)
  const rest = without(queue, draftsOf(queue, visitId))
  if (changes.length === 0) return rest
  const operation = { kind: 'save_draft' as const, visitId, baseVersion: trouble.version, changes }
  return {
    ...rest,
    items: [...rest.items, anew({ key, at, operation })],
  }
}

/**
 * The note was signed meanwhile: a person makes amendments of what came too late (`proposeAmendments`), in
 * their words and with a reason, or lets it go with none. One key for each.
 */
export function amended(
  queue: Queue,
  visitId: string,
  amendments: readonly (ProposedAmendment & { reason: string; key: string })[],
  at: number,
): Queue {
  if (!standsInTheWay(queue, visitId, 'signed')) return queue
  const rest = without(queue, draftsOf(queue, visitId))
  const added = amendments.map(({ key, ...words }) =>
    anew({ key, at, operation: { kind: 'amend_note', visitId, ...words } }),
  )
  return { ...rest, items: [...rest.items, ...added] }
}

/**
 * What was refused is tried once more, as something new: the server keeps to what it said under the old key. Of a
 * draft, with everything that was corrected since.
 */
export function triedAgain(queue: Queue, key: string, { key: fresh, at }: Anew): Queue {
  const item = queue.items.find((one) => one.key === key)
  if (item?.trouble?.state !== 'refused') return queue
  const { operation, madeAt } = item
  const again = { ...anew({ key: fresh, operation, at }), madeAt }
  if (operation.kind !== 'save_draft')
    return { ...queue, items: queue.items.map((one) => (one === item ? again : one)) }
  const changes = unsavedOf(queue, operation.visitId)
  const rest = without(queue, draftsOf(queue, operation.visitId))
  if (changes.length === 0) return rest
  return { ...rest, items: [...rest.items, { ...again, operation: { ...operation, changes } }] }
}

/** A person looked at what was refused and lets it go. */
export const letGo = (queue: Queue, key: string): Queue =>
  without(
    queue,
    queue.items.filter((item) => item.key === key && item.trouble?.state === 'refused'),
  )

function standsInTheWay<State extends 'differs' | 'signed'>(queue: Queue, visitId: string, state: State) {
  const trouble = draftsOf(queue, visitId).find((item) => item.trouble)?.trouble
  return trouble?.state === state ? (trouble as Extract<typeof trouble, { state: State }>) : null
}

const without = (queue: Queue, gone: readonly Queued[]): Queue => ({
  ...queue,
  items: queue.items.filter((item) => !gone.includes(item)),
})
