import type { Ending, HealthSign, RedEvent, Sign } from '../vocabulary'
import { clockOf } from './clock'
import type { LiveEvent } from './event'
import { latencyOf, waitedFor, type Latency } from './latency'
import { milestones, type Milestone } from './milestones'
import { bodyOf, longestCalmWear, recoveryOf, type SeenBody, type SeenRecovery } from './seen-body'
import { lengthOf } from './spans'
import { answersSeen, nearest, signsPerMinute, signsSeen, trialSets, triggersMet, type Met } from './tallies'
import { timelineOf } from './timeline'

/** What the taps of one animal come to. Milliseconds throughout; null is "not seen", never zero. */
export type Observed = {
  startedAt: number
  running: boolean
  /** Whether the gear is on now. */
  worn: boolean
  durationMs: number
  latency: Record<Milestone, Latency | null>
  /** How long it has been waited for so far, where it was shown, offered or opened and not reached yet. */
  waiting: Record<Milestone, number | null>
  longestCalmWearMs: number | null
  recovery: SeenRecovery | null
  body: SeenBody
  signs: { sign: Sign; times: number }[]
  signsPerMinute: number | null
  food: ReturnType<typeof answersSeen>['food']
  choice: ReturnType<typeof answersSeen>['choice']
  tension: ReturnType<typeof answersSeen>['tension']
  /** Sets of `setSize` trials, the last of which may be short. */
  trials: { ok: number; of: number }[]
  setSize: number
  triggers: Met[]
  nearest: Met | null
  /** Somebody answered that nothing was about. */
  noTrigger: boolean
  events: RedEvent[]
  health: HealthSign[]
  ended: Ending | null
}

/**
 * What was observed, from events in any order, from any number of devices, sent any number of times: the same
 * events are the same observation. Null where no tap stands. `now` in milliseconds since 1970 matters only
 * while the clock runs; a set of trials is `setSize` long, five unless the stage says otherwise.
 */
export function observed(
  events: readonly LiveEvent[],
  { now, setSize = 5 }: { now?: number; setSize?: number } = {},
): Observed | null {
  const timeline = timelineOf(events)
  const clock = clockOf(timeline, now)
  if (!clock) return null
  const durationMs = lengthOf(clock.runs)
  const signs = signsSeen(timeline)
  const triggers = triggersMet(timeline)
  const each = <T>(of: (milestone: Milestone) => T) =>
    Object.fromEntries(milestones.map((milestone) => [milestone, of(milestone)])) as Record<Milestone, T>
  return {
    startedAt: clock.startedAt,
    running: clock.running,
    worn: timeline.findLast((event) => event.what === 'gear')?.on ?? false,
    durationMs,
    latency: each((milestone) => latencyOf(timeline, clock, milestone)),
    waiting: each((milestone) => waitedFor(timeline, clock, milestone)),
    longestCalmWearMs: longestCalmWear(timeline, clock),
    recovery: recoveryOf(timeline, clock),
    body: bodyOf(timeline),
    signs,
    signsPerMinute: signsPerMinute(signs, durationMs),
    ...answersSeen(timeline),
    trials: trialSets(timeline, setSize),
    setSize,
    triggers,
    nearest: nearest(triggers),
    noTrigger: timeline.some((event) => event.what === 'trigger' && event.trigger === 'none'),
    events: once(timeline.flatMap((event) => (event.what === 'red' ? [event.event] : []))),
    health: once(timeline.flatMap((event) => (event.what === 'health' ? [event.sign] : []))),
    ended: timeline.findLast((event) => event.what === 'stop')?.ended ?? null,
  }
}

const once = <T>(seen: readonly T[]): T[] => [...new Set(seen)]
