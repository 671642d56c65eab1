import { impliedLevel } from '../body'
import type { BodyLevel } from '../vocabulary'
import { clockOf, ranBy } from './clock'
import type { LiveEvent } from './event'
import { levelAfter } from './seen-body'
import { lengthOf } from './spans'
import { timelineOf } from './timeline'

export type StripMark = { at: number; kind: 'sign' | 'good' | 'red' | 'trialOk' | 'trialNot' }
/** An observation as a picture: what the body said, and what happened when, in milliseconds of running clock. */
export type Strip = {
  lengthMs: number
  body: { from: number; to: number; level: BodyLevel }[]
  marks: StripMark[]
}

/** The picture of these taps, or null where none stands. `now` in milliseconds since 1970, as in `observed`. */
export function stripOf(events: readonly LiveEvent[], now?: number): Strip | null {
  const timeline = timelineOf(events)
  const clock = clockOf(timeline, now)
  if (!clock) return null
  const lengthMs = lengthOf(clock.runs)
  const strip: Strip = { lengthMs, body: [], marks: [] }
  let level: BodyLevel | null = null
  for (const event of timeline) {
    const at = ranBy(clock, event.at)
    const kind = kindOf(event)
    if (kind) strip.marks.push({ at, kind })
    const next: BodyLevel | null = levelAfter(event, level)
    if (next === null || next === level) continue
    const last = strip.body.at(-1)
    if (last) last.to = at
    strip.body.push({ from: at, to: lengthMs, level: next })
    level = next
  }
  return strip
}

function kindOf(event: ReturnType<typeof timelineOf>[number]): StripMark['kind'] | null {
  if (event.what === 'red' || event.what === 'health') return 'red'
  if (event.what === 'trial') return event.ok ? 'trialOk' : 'trialNot'
  if (event.what !== 'sign') return null
  return impliedLevel([event.sign]) > 0 ? 'sign' : 'good'
}
