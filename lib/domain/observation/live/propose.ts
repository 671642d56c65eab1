import { Temporal } from 'temporal-polyfill'
import type { AnimalBlock } from '@/lib/domain/note/schema'
import { bodyLevel } from '../body'
import type { TrainingSession } from '../schema'
import { goodSigns, type Food, type GoodSign, type Recovery, type Sign } from '../vocabulary'
import type { Observed } from './observed'

/** A session to be looked over and saved; what was not seen is not in it. `startedAt` is an instant. */
export type ProposedSession = Pick<
  TrainingSession,
  'signs' | 'goodSigns' | 'triggers' | 'events' | 'health'
> &
  Partial<TrainingSession> & { startedAt: string }

/**
 * The session these taps come to. Never kinder than what was seen: durations lose their broken second, waiting
 * and recovery get it, of several answers the least willing one is proposed, and the level is at least what
 * the signs imply. A set of trials that was not finished and a recovery that has not ended are left to the
 * person. Without a body and without a stress sign there is no level: that one answer has to be given.
 */
export function proposedSession(seen: Observed): ProposedSession {
  const sets = fullSets(seen).slice(-Math.floor(mostTrials / seen.setSize))
  const met = seen.triggers.map(({ trigger }) => trigger)
  return {
    startedAt: Temporal.Instant.fromEpochMilliseconds(seen.startedAt).toString(),
    durationSec: Math.min(86_400, Math.floor(seen.durationMs / 1000)),
    ...stressAndSigns(seen),
    ...given('repsOk', sets.length > 0 ? sum(sets, 'ok') : null),
    ...given('repsTotal', sets.length > 0 ? sum(sets, 'of') : null),
    ...given('food', seen.food ?? tasteOf(seen)),
    ...given('choice', seen.choice),
    ...given('tension', seen.tension),
    ...given('recovery', seen.recovery?.over ? bandOfRecovery(seen.recovery.ms) : null),
    ...given('ended', seen.ended),
    triggers: met.length > 0 ? [...new Set(met)] : seen.noTrigger ? ['none'] : [],
    ...given('triggerDistance', seen.nearest?.distance ?? null),
    events: seen.events,
    health: seen.health,
    ...given('latencyApproachSec', waited(seen.latency.approach?.ms, 86_400)),
    ...given('latencyEatSec', waited(seen.latency.eat?.ms, 86_400)),
    ...given('latencyStepSec', waited(seen.latency.step?.ms, 86_400)),
    ...given('longestCalmSec', lasted(seen.longestCalmWearMs, 86_400)),
  }
}

/** What of a note's block is measured by watching. The nearest trigger is words, added by whoever has them. */
export const measuredFields = [
  ...(['latencyApproachSec', 'latencyEatSec', 'latencyStepSec', 'longestCalmSec', 'signsPerMinute'] as const),
  ...(['trialsOk', 'recoverySec', 'triggerDistanceM', 'nearestTrigger'] as const),
]

/** Whether nobody has written a measure of their own: then what was watched live may stand there. */
export const isUnmeasured = (block: AnimalBlock): boolean =>
  measuredFields.every((field) => (block[field] ?? '') === '')

/** The measured part of this animal's block in the visit's note, within the bounds of its fields. */
export function proposedBlock(seen: Observed): Partial<AnimalBlock> {
  const set = fullSets(seen).at(-1)
  return {
    ...given('latencyApproachSec', waited(seen.latency.approach?.ms, 7200)),
    ...given('latencyEatSec', waited(seen.latency.eat?.ms, 7200)),
    ...given('latencyStepSec', waited(seen.latency.step?.ms, 7200)),
    ...given('longestCalmSec', lasted(seen.longestCalmWearMs, 14_400)),
    ...given(
      'signsPerMinute',
      seen.signsPerMinute === null ? null : Math.min(60, Math.ceil(seen.signsPerMinute)),
    ),
    ...given('trialsOk', set && seen.setSize === 5 ? set.ok : null),
    ...given('recoverySec', seen.recovery?.over ? waited(seen.recovery.ms, 14_400) : null),
    ...given('triggerDistanceM', floored(seen.nearest?.metres ?? null)),
  }
}

/**
 * What a person made of the proposal, held to what was seen: tapped signs, red events and health signs stay in
 * it, and the level never falls below what the tapped signs imply. Who tapped by mistake undoes the tap.
 */
export function heldToWhatWasSeen<Edited extends Pick<TrainingSession, HeldKey>>(
  edited: Edited,
  seen: Observed,
): Edited {
  const { signs, goodSigns: good } = stressAndSigns(seen)
  return {
    ...edited,
    stress: bodyLevel(edited.stress, signs),
    signs: union(signs, edited.signs),
    goodSigns: union(good, edited.goodSigns),
    events: union(seen.events, edited.events),
    health: union(seen.health, edited.health),
  }
}
type HeldKey = 'stress' | 'signs' | 'goodSigns' | 'events' | 'health'

function stressAndSigns({ body, signs: tapped }: Observed) {
  const seen = tapped.map(({ sign }) => sign)
  const isGood = (sign: Sign): sign is GoodSign => goodSigns.some((good) => good === sign)
  const signs = seen.filter((sign) => !isGood(sign))
  return {
    ...given('stress', body.worst === null ? null : bodyLevel(body.worst, signs)),
    signs,
    goodSigns: seen.filter(isGood),
  }
}

/** A session counts no more repetitions; of a longer row the latest sets are taken. */
const mostTrials = 100
const fullSets = ({ trials, setSize }: Observed) => trials.filter((set) => set.of === setSize)
const sum = (sets: Observed['trials'], key: 'ok' | 'of') => sets.reduce((all, set) => all + set[key], 0)

/** Taken within 5 s of being offered is at once; only an offer that was tapped says when it was made. */
function tasteOf({ latency: { eat } }: Observed): Food | null {
  return eat?.cued ? (eat.ms <= 5000 ? 'quick' : 'slow') : null
}

function bandOfRecovery(ms: number): Recovery {
  if (ms < 30_000) return '<30s'
  if (ms < 120_000) return '<2m'
  if (ms < 600_000) return '<10m'
  return ms < 3_600_000 ? '<1h' : '>1h'
}

/** Whole seconds, never kinder: waiting is rounded up, what lasted is rounded down. */
const waited = (ms: number | undefined, most: number) =>
  ms === undefined ? null : Math.min(most, Math.ceil(ms / 1000))
const lasted = (ms: number | null, most: number) =>
  ms === null ? null : Math.min(most, Math.floor(ms / 1000))
const floored = (metres: number | null) => (metres === null ? null : Math.floor(metres))

const union = <T>(first: readonly T[], then: readonly T[]): T[] => [...new Set([...first, ...then])]

/** A field that is there only where it was seen. */
function given<Key extends string, Value>(key: Key, value: Value | null): Partial<Record<Key, Value>> {
  return value === null ? {} : ({ [key]: value } as Record<Key, Value>)
}
