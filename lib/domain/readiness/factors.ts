import type { BodyLevel } from '@/lib/domain/observation/vocabulary'
import { v1 } from './rules/v1'
import {
  factorKeys,
  type FactorKey,
  type FactorValues,
  type ReadinessSession,
  type StageFacts,
} from './types'

/** Reads the six factors of one session. `handling` stays null in stages without a leash. */
export function factorsOf(session: ReadinessSession, level: BodyLevel, stage: StageFacts): FactorValues {
  return {
    criterion: criterionOf(session, level, stage.targetSec),
    calm: v1.calm[level],
    food: session.food ? (v1.food[session.food] ?? null) : null,
    choice: session.choice ? (v1.choice[session.choice] ?? null) : null,
    recovery: level <= v1.calmLevel ? 1 : session.recovery ? (v1.recovery[session.recovery] ?? null) : null,
    handling: stage.leash && session.tension ? (v1.handling[session.tension] ?? null) : null,
  }
}

/** Factors that can be answered in this stage: handling only where there is a leash. */
export function applicableFactors(stage: Pick<StageFacts, 'leash'>): readonly FactorKey[] {
  return stage.leash ? factorKeys : factorKeys.filter((key) => key !== 'handling')
}

/**
 * The smaller of time over target and repetitions done, 0-1. Unknown when neither is known, at any level;
 * 0 when known but fearful or worse: lasting long in fear earns nothing.
 */
function criterionOf(session: ReadinessSession, level: BodyLevel, targetSec: number): number | null {
  const { durationSec, repsOk, repsTotal } = session
  const time = targetSec > 0 && isGiven(durationSec) ? Math.min(1, durationSec / targetSec) : null
  const reps = isGiven(repsOk) && isGiven(repsTotal) && repsTotal > 0 ? repsOk / repsTotal : null
  if (time === null && reps === null) return null
  return level >= v1.fearLevel ? 0 : Math.max(0, Math.min(1, time ?? 1, reps ?? 1))
}

function isGiven(value: number | null | undefined): value is number {
  return value !== null && value !== undefined
}
