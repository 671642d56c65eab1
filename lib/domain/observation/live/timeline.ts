import { canonical } from '@/lib/domain/note/canonical'
import type { LiveEvent, LiveEventOf } from './event'

/** What stands, in order: no undo and nothing undone among it. */
export type TimelineEvent = Exclude<LiveEvent, { what: 'undo' }>

/**
 * The events that stand, oldest first. It depends on which events there are and on nothing else: not on the
 * order in which they arrived, not on how often. An undo may arrive before its tap and counts whenever it was
 * made; an undo cannot be undone: the tap is made again.
 */
export function timelineOf(events: readonly LiveEvent[]): TimelineEvent[] {
  const once = new Map<string, LiveEvent>()
  for (const event of [...events].sort(byTime)) if (!once.has(event.id)) once.set(event.id, event)
  const known = [...once.values()]
  const undone = new Set(known.filter(isUndo).map((event) => event.of))
  return known.filter((event): event is TimelineEvent => !isUndo(event) && !undone.has(event.id))
}

/** The last tap of this device that an undo would take back, or null: nobody undoes another person's hand. */
export function undoable(events: readonly LiveEvent[], device: string): TimelineEvent | null {
  return timelineOf(events.filter((event) => event.device === device || event.what === 'undo')).at(-1) ?? null
}

const isUndo = (event: LiveEvent): event is LiveEventOf<'undo'> => event.what === 'undo'

/** By instant; in one instant by device, then by its counter. What follows only decides between forgeries. */
function byTime(a: LiveEvent, b: LiveEvent): number {
  return (
    a.at - b.at ||
    inAlphabet(a.device, b.device) ||
    a.counter - b.counter ||
    inAlphabet(a.id, b.id) ||
    inAlphabet(canonical(a), canonical(b))
  )
}

const inAlphabet = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
