import type { BodyLevel, Choice, Food, Recovery, Tension } from '@/lib/domain/observation/vocabulary'
import { factorKeys, type FactorKey, type ReadinessSession, type StageFacts } from './types'

/** Points out of 100 for each factor. Ours: the rules decide, the weights shape the number shown. */
export const factorWeights: Readonly<Record<FactorKey, number>> = {
  criterion: 25,
  calm: 25,
  food: 15,
  choice: 15,
  recovery: 10,
  handling: 10,
}

/** Loose, watchful, tense, fearful, panic. Ours, on an ordinal five-step scale. */
const calmValues: readonly number[] = [1, 0.85, 0.45, 0.1, 0]

/** Food acceptance is a late marker of coping; the steps are ours. Not offered is unknown. */
const foodValues: Readonly<Record<Food, number | null>> = {
  quick: 1,
  slow: 0.7,
  sniffed: 0.3,
  refused: 0,
  not_offered: null,
}

/** Choosing to join in above tolerating above leaving. Ours. */
const choiceValues: Readonly<Record<Choice, number>> = {
  came: 1,
  hesitated_joined: 0.85,
  neutral: 0.7,
  walked_off: 0.5,
  avoided: 0,
}

/** Time until loose or watchful again. Ours: no source gives a hard number. */
const recoveryValues: Readonly<Record<Recovery, number>> = {
  '<30s': 1,
  '<2m': 0.85,
  '<10m': 0.5,
  '<1h': 0.2,
  '>1h': 0,
}

/** Leash handling. Ours. */
const tensionValues: Readonly<Record<Tension, number>> = { slack: 1, brief: 0.7, steady: 0.3, sudden: 0 }

/** One value 0-1 per factor, null when unknown. */
export type FactorValues = Readonly<Record<FactorKey, number | null>>

/** Reads the six factors of one session. `handling` stays null in stages without a leash. */
export function factorsOf(session: ReadinessSession, level: BodyLevel, stage: StageFacts): FactorValues {
  return {
    criterion: criterionOf(session, level, stage.targetSec),
    calm: calmValues[level] ?? 0,
    food: session.food ? (foodValues[session.food] ?? null) : null,
    choice: session.choice ? (choiceValues[session.choice] ?? null) : null,
    recovery: level <= 1 ? 1 : session.recovery ? (recoveryValues[session.recovery] ?? null) : null,
    handling: stage.leash && session.tension ? (tensionValues[session.tension] ?? null) : null,
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
  return level >= 3 ? 0 : Math.max(0, Math.min(1, time ?? 1, reps ?? 1))
}

function isGiven(value: number | null | undefined): value is number {
  return value !== null && value !== undefined
}
