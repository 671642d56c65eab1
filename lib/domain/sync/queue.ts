import type { Answer, Verdict } from './answer'
import { waitAfter } from './backoff'
import { joined } from './join'
import { laneOf } from './lane'
import type { Operation } from './operation'
import type { Change } from './said'

/** Who works on this device. */
export type Owner = { practiceId: string; userId: string }

/** One operation on this device, until the server has it or a person decided otherwise. */
export type Queued = {
  key: string
  lane: string
  operation: Operation
  madeAt: number
  /** How often it was sent; from the first time on it is what it is, since it may have arrived. */
  attempts: number
  /** Not sent before. */
  notBefore: number
  sending: boolean
  /** Why a person has to look; it stays on this device meanwhile. */
  trouble: Exclude<Verdict, { state: 'saved' }> | null
}

/**
 * What waits on a device, in the order it was done: plain data, written down after every change, so that an app
 * that was killed begins where it was. Times are milliseconds since 1970 by the device's clock.
 */
export type Queue = {
  owner: Owner
  items: readonly Queued[]
  /** Nothing is sent until the owner signs in again. */
  held: 'signedOut' | 'otherPerson' | null
  /** Drafts that were saved last, oldest first: a page may have been drawn just before. */
  saved?: readonly { visitId: string; version: number; changes: readonly Change[] }[]
}

/** As many saved drafts as a device remembers; a backlog of one note is seldom more than two. Ours. */
const remembered = 8

export const emptyQueue = (owner: Owner): Queue => ({ owner, items: [], held: null })

type Made = { key: string; operation: Operation; at: number }

/**
 * Keeps an operation. It joins the one before it in its lane where that was never sent: keystrokes and taps
 * become few requests, in the same order. A change that takes itself back leaves nothing to send.
 */
export function enqueue(queue: Queue, { key, operation, at }: Made): Queue {
  const lane = laneOf(operation)
  const last = queue.items.findLast((item) => item.lane === lane)
  const whole = last && last.attempts === 0 && !last.trouble ? joined(last.operation, operation) : null
  if (last && whole) {
    const others = queue.items.filter((item) => item !== last)
    if (whole === 'nothing') return { ...queue, items: others }
    return changed(queue, last.key, { operation: whole })
  }
  return { ...queue, items: [...queue.items, anew({ key, operation, at })] }
}

/** An operation that was never sent. */
export const anew = ({ key, operation, at }: Made): Queued => ({
  key,
  lane: laneOf(operation),
  operation,
  madeAt: at,
  attempts: 0,
  notBefore: 0,
  sending: false,
  trouble: null,
})

type Which = (item: Queued) => boolean

/**
 * What may be sent now of `which`: the first of every lane, while nothing of that lane is on its way or needs a
 * person. A draft waits for the taps of its visit, a photo for the log it belongs to.
 */
export function due(queue: Queue, now: number, which: Which = () => true): Queued[] {
  return toBeSent(queue, which).filter((item) => item.notBefore <= now)
}

/** When something of `which` will be due; null while nothing will be without a person or an answer. */
export function dueNext(queue: Queue, which: Which = () => true): number | null {
  const times = toBeSent(queue, which).map((item) => item.notBefore)
  return times.length > 0 ? Math.min(...times) : null
}

const toBeSent = (queue: Queue, which: Which): Queued[] =>
  queue.held ? [] : firstOfLanes(queue).filter((item) => which(item) && !item.sending && !item.trouble)

const firstOfLanes = ({ items }: Queue) =>
  items.filter(
    (item, at) =>
      items.findIndex((other) => other.lane === item.lane) === at &&
      !items.some((other) => isBegunWith(item, other) || isOfLog(item, other)),
  )

/** A draft begins with what was watched live at its visit, so that arrives first, unless a person has to look at it. */
const isBegunWith = ({ operation: draft }: Queued, { operation: taps, trouble }: Queued): boolean =>
  draft.kind === 'save_draft' && taps.kind === 'append_events' && taps.visitId === draft.visitId && !trouble

/** A photo belongs to a session that its log makes; of one that is refused the server says the same. */
const isOfLog = ({ operation: photo }: Queued, { operation: log, trouble }: Queued): boolean =>
  photo.kind === 'add_photo' && log.kind === 'log_homework' && photo.sessionId === log.session.id && !trouble

/** It is on its way; to be written down before the request leaves. */
export function sent(queue: Queue, key: string): Queue {
  const item = queue.items.find((one) => one.key === key)
  return item ? changed(queue, key, { sending: true, attempts: item.attempts + 1 }) : queue
}

/**
 * What the server said. Only `saved` lets go of an operation; whatever else happens it stays, for later or for
 * a person. An answer to what is not here any more, or heard twice, changes nothing.
 */
export function answered(queue: Queue, key: string, answer: Answer, now: number, chance: number): Queue {
  const item = queue.items.find((one) => one.key === key)
  if (!item || item.trouble) return queue
  switch (answer.state) {
    case 'saved': {
      const items = queue.items.filter((one) => one !== item)
      const seen = items.map((one) => seeing(one, item.lane, answer.version))
      return { ...queue, items: seen, ...remembering(queue, item.operation, answer.version) }
    }
    case 'differs':
    case 'signed':
    case 'refused':
      return changed(queue, key, { sending: false, trouble: answer })
    case 'signedOut':
    case 'otherPerson':
      return { ...changed(queue, key, { sending: false }), held: answer.state }
    case 'later': {
      if (!item.sending) return queue
      const notBefore = now + waitAfter(item.attempts, chance, answer.after)
      return changed(queue, key, { sending: false, notBefore })
    }
  }
}

/** Later changes of the same draft stand upon the version that was just saved. */
const seeing = (item: Queued, lane: string, version: number | undefined): Queued =>
  version !== undefined && item.lane === lane && item.attempts === 0 && item.operation.kind === 'save_draft'
    ? { ...item, operation: { ...item.operation, baseVersion: version } }
    : item

function remembering({ saved = [] }: Queue, operation: Operation, version: number | undefined) {
  if (operation.kind !== 'save_draft' || version === undefined) return {}
  const { visitId, changes } = operation
  return { saved: [...saved, { visitId, version, changes }].slice(-remembered) }
}

/**
 * What this device knows better than a page of a note that was drawn at a version: its words that were saved since,
 * and those that wait, the last of each field; and the version that the note has by them.
 */
export function ownWords({ items, saved = [] }: Queue, visitId: string, drawn: number) {
  const later = saved.filter((one) => one.visitId === visitId && one.version > drawn)
  const waiting = items.flatMap(({ operation }) =>
    operation.kind === 'save_draft' && operation.visitId === visitId ? [operation] : [],
  )
  const changes = [...later, ...waiting].flatMap((one) => one.changes)
  return {
    version: later.at(-1)?.version ?? drawn,
    fields: Object.fromEntries(changes.map(({ field, mine }) => [field, mine])),
    waits: waiting.length > 0,
  }
}

/** The app was killed or reloaded: what of `mine` was on its way may have arrived, and is sent again under its key. */
export const awoken = (queue: Queue, mine: (item: Queued) => boolean = () => true): Queue =>
  queue.items.some((item) => item.sending && mine(item))
    ? {
        ...queue,
        items: queue.items.map((item) => (item.sending && mine(item) ? { ...item, sending: false } : item)),
      }
    : queue

/** Signal is back, or a person pressed "send now": nothing waits any longer than it has to. */
export const hurried = (queue: Queue): Queue => ({
  ...queue,
  items: queue.items.map((item) => ({ ...item, notBefore: 0 })),
})

/** Somebody signed in: the owner goes on sending; for anybody else it stays shut, and is not shown. */
export const signedIn = (queue: Queue, who: Owner): Queue => ({
  ...queue,
  held: isOwner(queue, who) ? null : 'otherPerson',
})

export const isOwner = ({ owner }: Queue, who: Owner): boolean =>
  owner.practiceId === who.practiceId && owner.userId === who.userId

export function changed(queue: Queue, key: string, change: Partial<Queued>): Queue {
  return { ...queue, items: queue.items.map((item) => (item.key === key ? { ...item, ...change } : item)) }
}
