import { isOwner, type Owner, type Queue, type Queued } from './queue'

/** What a page may truthfully say of something: on this phone, saved, or waiting for a person. */
export type Standing = 'saved' | 'onThisPhone' | 'needsYou'

/** The worst that is true of what these lanes hold; without lanes, of everything on the device. */
export function standingOf(queue: Queue, lanes?: readonly string[]): Standing {
  const items = lanes ? queue.items.filter(({ lane }) => lanes.includes(lane)) : queue.items
  if (items.some(({ trouble }) => trouble)) return 'needsYou'
  return items.length > 0 ? 'onThisPhone' : 'saved'
}

/** What of a device this person may see: their own, nothing of anybody else's. */
export const itemsFor = (queue: Queue, who: Owner): readonly Queued[] =>
  isOwner(queue, who) ? queue.items : []

const dayMs = 86_400_000
/** A phone may sleep for long, but a browser may also clear what lies too long. Days; security rules of ours. */
export const warnAfterDays = 30

/** Whole days that the oldest of it has waited; null where that is not worth a warning yet. */
export function daysTooLong(queue: Queue, now: number): number | null {
  const oldest = Math.min(...queue.items.map(({ madeAt }) => madeAt))
  const days = Math.floor((now - oldest) / dayMs)
  return Number.isFinite(days) && days >= warnAfterDays ? days : null
}
