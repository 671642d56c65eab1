import { impliedLevel } from '../body'
import { choices, foods, tensions, type Sign, type TriggerDistance, type Trigger } from '../vocabulary'
import type { TimelineEvent } from './timeline'

/** Each sign with how often it was tapped, in the order in which it was first seen. */
export function signsSeen(timeline: readonly TimelineEvent[]): { sign: Sign; times: number }[] {
  const times = new Map<Sign, number>()
  for (const event of timeline)
    if (event.what === 'sign') times.set(event.sign, (times.get(event.sign) ?? 0) + 1)
  return [...times].map(([sign, count]) => ({ sign, times: count }))
}

/** Stress signs per minute of running clock, or null before it has run. Good signs are not counted. */
export function signsPerMinute(seen: readonly { sign: Sign; times: number }[], durationMs: number) {
  const stress = seen.reduce((sum, { sign, times }) => sum + (impliedLevel([sign]) > 0 ? times : 0), 0)
  return durationMs > 0 ? (stress * 60_000) / durationMs : null
}

/** The least willing answer of each kind: one refusal is what the next session has to know. */
export function answersSeen(timeline: readonly TimelineEvent[]) {
  const tasted = timeline.flatMap((event) => (event.what === 'food' ? [event.food] : []))
  const offered = tasted.filter((food) => food !== 'not_offered')
  return {
    food: last(foods, offered) ?? last(foods, tasted),
    choice: last(
      choices,
      timeline.flatMap((event) => (event.what === 'choice' ? [event.choice] : [])),
    ),
    tension: last(
      tensions,
      timeline.flatMap((event) => (event.what === 'leash' ? [event.tension] : [])),
    ),
  }
}

/** Trials in sets of `size`, in order; the last one may be short. */
export function trialSets(timeline: readonly TimelineEvent[], size: number): { ok: number; of: number }[] {
  const trials = timeline.flatMap((event) => (event.what === 'trial' ? [event.ok] : []))
  return Array.from({ length: Math.ceil(trials.length / size) }, (_, set) => {
    const these = trials.slice(set * size, (set + 1) * size)
    return { ok: these.filter(Boolean).length, of: these.length }
  })
}

export type Met = { trigger: Trigger; distance: TriggerDistance | null; metres: number | null }

/** Every trigger that was met, in order. "None" is an answer, not a trigger. */
export function triggersMet(timeline: readonly TimelineEvent[]): Met[] {
  return timeline.flatMap((event) =>
    event.what === 'trigger' && event.trigger !== 'none'
      ? [
          {
            trigger: event.trigger,
            distance: event.metres === undefined ? (event.distance ?? null) : bandOf(event.metres),
            metres: event.metres ?? null,
          },
        ]
      : [],
  )
}

/** The nearest one whose distance is known: by band, within a band by metres, among equals the first. */
export function nearest(met: readonly Met[]): Met | null {
  const reach = ({ distance, metres }: Met) =>
    distance === null ? Infinity : (metres ?? { near: 5, medium: 20, far: 500 }[distance])
  return met.reduce<Met | null>((near, one) => (near && reach(near) <= reach(one) ? near : one), null)
}

/** Near is under 5 m, far is beyond 20 m. */
function bandOf(metres: number): TriggerDistance {
  return metres < 5 ? 'near' : metres <= 20 ? 'medium' : 'far'
}

function last<const T extends string>(order: readonly T[], said: readonly T[]): T | null {
  return order.findLast((key) => said.includes(key)) ?? null
}
