import { ranBy, type Clock } from './clock'
import type { LiveEventOf } from './event'
import type { Milestone } from './milestones'
import type { TimelineEvent } from './timeline'

/** Milliseconds of running clock; `cued` where they count from a cue of their own, not from the start. */
export type Latency = { ms: number; cued: boolean }

/**
 * How long the animal took: from the first cue of this milestone, else from the start, to the first time it
 * was reached from then on. Null where it was not reached: not seen is not the same as slow.
 */
export function latencyOf(
  timeline: readonly TimelineEvent[],
  clock: Clock,
  milestone: Milestone,
): Latency | null {
  const cue = timeline.findIndex((event) => event.what === 'cue' && event.of === milestone)
  const reached = timeline
    .slice(cue + 1)
    .find(
      (event): event is LiveEventOf<'reached'> => event.what === 'reached' && event.milestone === milestone,
    )
  if (!reached) return null
  const from = timeline[cue]?.at ?? clock.startedAt
  return { ms: Math.max(0, ranBy(clock, reached.at) - ranBy(clock, from)), cued: cue >= 0 }
}

/** How long it has been waited for since its first cue, in milliseconds; null without one, or once reached. */
export function waitedFor(
  timeline: readonly TimelineEvent[],
  clock: Clock,
  milestone: Milestone,
): number | null {
  const cue = timeline.find((event) => event.what === 'cue' && event.of === milestone)
  if (!cue || latencyOf(timeline, clock, milestone)) return null
  return Math.max(0, ranBy(clock, clock.until) - ranBy(clock, cue.at))
}
