import type { ReadinessInput, ReadinessSession } from './types'

/** The same record n days later, with nothing new in it. */
export function afterDays(input: ReadinessInput, n: number): ReadinessInput {
  return { ...input, asOf: input.asOf + n, sessions: input.sessions.filter(({ day }) => day <= input.asOf) }
}

/**
 * The same record after n more days with one passing owner's session each, from today if today has none yet.
 * n sessions never end in the past: the day of the assessment moves with the last one.
 */
export function withPassingSessions(input: ReadinessInput, n: number): ReadinessInput {
  const from = input.asOf + (hasSessionToday(input) ? 1 : 0)
  const added = Array.from({ length: n }, (_, index) => passingSession(input, from + index, index))
  const until = added.at(-1)?.day ?? input.asOf
  return { ...afterDays(input, until - input.asOf), sessions: [...afterDays(input, 0).sessions, ...added] }
}

/** Whether this animal already trained on the day of the assessment. */
export function hasSessionToday({ sessions, asOf, animal }: ReadinessInput): boolean {
  return sessions.some((one) => one.day === asOf && one.animal === animal && !one.voided)
}

/** A session that passes in this stage, all questions answered, by an owner. */
export function passingSession(
  { animal, stage }: ReadinessInput,
  day: number,
  index: number,
): ReadinessSession {
  return {
    id: `next-${index}`,
    animal,
    stage: stage.key,
    day,
    seq: Number.MAX_SAFE_INTEGER,
    source: 'owner',
    stress: 0,
    food: 'quick',
    choice: 'came',
    tension: 'slack',
    durationSec: stage.targetSec,
  }
}
