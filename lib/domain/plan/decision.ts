import type { Protocol, Stage } from '@/lib/domain/protocol/protocol'
import { isIntake, nextStage, stageIndex, stageOf, stepBackStage } from '@/lib/domain/protocol/stage'
import type { Recommendation } from '@/lib/domain/readiness/types'
import { hardRefusals, refuseMove, type Condition, type Footing } from './refusals'
import type { Decision } from './words'

/** Keys of `refusal` in the readiness catalogue. */
export const decisionRefusals = [
  'plan_completed',
  'in_enrichment',
  'last_stage',
  ...hardRefusals,
  'reason_needed',
] as const
export type DecisionRefusal = (typeof decisionRefusals)[number]

export interface DecisionQuestion {
  decision: Decision
  recommendation: Recommendation
  from: Footing
  /** Where the decision leads; null: there is no such stage. */
  to: Stage | null
  condition: Condition
  /** Written reason: for deciding otherwise than recommended, and for a pause. */
  reason: string | null
}

/**
 * Why this decision cannot be taken, or null. The hard refusals hold for everyone with any reason; a pause, and
 * anything else than the recommendation, needs a written one, except in the intake, which is left by its ticks.
 */
export function refuseDecision(question: DecisionQuestion): DecisionRefusal | null {
  const { decision, recommendation, from, to, reason } = question
  if (from.status === 'completed') return 'plan_completed'
  if (from.status === 'enrichment') return decision === 'stay' ? null : 'in_enrichment'
  if (to === null) return 'last_stage'
  const trains = decision === 'advance' || decision === 'step_back'
  if (trains) {
    const move = {
      from,
      to: { status: 'active', stage: to },
      way: decision === 'advance' ? 'on' : 'back',
    } as const
    const refusal = refuseMove(move, question.condition)
    if (refusal) return refusal
  }
  if (decision === recommendation && decision !== 'pause') return null
  if (isIntake(from.stage) && (decision === 'advance' || decision === 'stay')) return null
  return reason === null || reason.trim() === '' ? 'reason_needed' : null
}

/** The stage a decision leads to from here; null where there is none: after the last, or none to step back to. */
export function stageAfter(
  protocol: Protocol,
  here: string,
  decision: Decision,
  asked?: string,
): Stage | null {
  if (decision === 'advance') return nextStage(protocol, here)
  if (decision !== 'step_back') return stageOf(protocol, here)
  if (asked === undefined) return stepBackStage(protocol, here)
  const stage = stageOf(protocol, asked)
  const forward = stage !== null && stageIndex(protocol, asked) > stageIndex(protocol, here)
  return stage === null || forward || (isIntake(stage) && asked !== here) ? null : stage
}
