import { bodyLevel, impliedLevel } from '../body'
import type { BodyLevel } from '../vocabulary'
import type { Clock } from './clock'
import { longestOf, overlap, spansOf, type Span } from './spans'
import type { TimelineEvent } from './timeline'

/** Watchful still copes; tense does not. The same line as in the readiness rules. */
const calmLevel = 1

/** What the body said. Null where nothing was said: unknown is neither calm nor a bad day. */
export type SeenBody = {
  first: BodyLevel | null
  now: BodyLevel | null
  /** The highest of the tapped levels and of those the signs imply. */
  worst: BodyLevel | null
}

/** A sign lifts the body to the level it implies, at once, until a person says the body again. */
export function bodyOf(timeline: readonly TimelineEvent[]): SeenBody {
  const body: SeenBody = { first: null, now: null, worst: null }
  for (const event of timeline) {
    const level = levelAfter(event, body.now)
    if (level === null) continue
    body.first ??= level
    body.now = level
    if (body.worst === null || level > body.worst) body.worst = level
  }
  return body
}

/** What the body says after this tap. */
export function levelAfter(event: TimelineEvent, now: BodyLevel | null): BodyLevel | null {
  if (event.what === 'body') return event.level
  if (event.what === 'recovered') return now !== null && now < calmLevel ? now : calmLevel
  if (event.what !== 'sign') return now
  const implied = impliedLevel([event.sign])
  return now === null && implied === 0 ? null : bodyLevel(now ?? 0, [event.sign])
}

/** Whether it was calm from this tap on; a red event ends calm whatever the body said. */
function calmFrom(event: TimelineEvent): boolean | undefined {
  if (event.what === 'body') return event.level <= calmLevel
  if (event.what === 'recovered') return true
  if (event.what === 'red') return false
  return event.what === 'sign' && impliedLevel([event.sign]) > calmLevel ? false : undefined
}

/**
 * The longest stretch in milliseconds in which the gear was worn, the body was said to be calm and the clock
 * ran. Null where the gear was never put on or the body never said; 0 where it was never calm in it.
 */
export function longestCalmWear(timeline: readonly TimelineEvent[], { runs, until }: Clock): number | null {
  const worn = spansOf(timeline, until, (event) => (event.what === 'gear' ? event.on : undefined))
  if (worn.length === 0 || !timeline.some((event) => calmFrom(event) !== undefined)) return null
  return longestOf(overlap(overlap(worn, spansOf(timeline, until, calmFrom)), runs))
}

/** Milliseconds by the wall, breaks included: an animal recovers whether or not somebody counts. */
export type SeenRecovery = { ms: number; over: boolean }

/**
 * The slowest return to calm after it was tense or worse or after a red event; `over` is false where one of
 * them has not come to its end. Null where there was nothing to recover from.
 */
export function recoveryOf(timeline: readonly TimelineEvent[], { until }: Clock): SeenRecovery | null {
  const uneasy: readonly Span[] = spansOf(timeline, until, (event) => {
    const calm = calmFrom(event)
    return calm === undefined ? undefined : !calm
  })
  if (uneasy.length === 0) return null
  return { ms: longestOf(uneasy), over: uneasy.every(({ over }) => over) }
}
