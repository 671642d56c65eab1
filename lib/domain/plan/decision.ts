import { isIntake } from '@/lib/domain/protocol/stage'
import type { Stage } from '@/lib/domain/protocol/protocol'
import type { Assessment, SafetyGate } from '@/lib/domain/readiness/types'
import type { PlanState } from './state'
import type { Decision } from './words'

/** Keys of `refusal` in the readiness catalogue. */
export const decisionRefusals = [
  'plan_completed',
  'in_enrichment',
  'last_stage',
  'open_vet',
  'red_window',
  'min_days',
  'safety_list',
  'ticks_missing',
  'reason_needed',
] as const
export type DecisionRefusal = (typeof decisionRefusals)[number]

export interface DecisionQuestion {
  decision: Decision
  /** The assessment of today; its blocks say what stands in the way. */
  assessment: Pick<Assessment, 'recommendation' | 'blocks'>
  planState: Pick<PlanState, 'status'>
  stage: Pick<Stage, 'targetSec' | 'reps' | 'ticks'>
  nextStage: Pick<Stage, 'gate'> | null
  /** Keys of the stage's ticks that the consultant has set. */
  ticksSet: readonly string[]
  gate: SafetyGate
  openVet: readonly string[]
  /** Written reason for deciding otherwise than recommended. */
  reason: string | null
}

/**
 * Why this decision cannot be taken, or null. Some refusals hold for everyone with any reason; anything else
 * than the recommendation needs a written reason, except in the intake, which is left by its ticks.
 */
export function refuseDecision(question: DecisionQuestion): DecisionRefusal | null {
  const { decision, assessment, planState, stage, reason } = question
  if (planState.status === 'completed') return 'plan_completed'
  if (planState.status === 'enrichment') {
    return decision === 'advance' || decision === 'step_back' ? 'in_enrichment' : null
  }
  if (decision === 'advance') {
    const refusal = refuseAdvance(question)
    if (refusal) return refusal
  }
  if (decision === assessment.recommendation) return null
  if (isIntake(stage) && (decision === 'advance' || decision === 'stay')) return null
  return reason === null || reason.trim() === '' ? 'reason_needed' : null
}

/** What no reason can buy. */
function refuseAdvance(question: DecisionQuestion): DecisionRefusal | null {
  const { assessment, stage, nextStage, ticksSet, gate, openVet } = question
  if (nextStage === null) return 'last_stage'
  if (openVet.length > 0) return 'open_vet'
  if (assessment.blocks.includes('red_block')) return 'red_window'
  if (assessment.blocks.includes('min_days')) return 'min_days'
  if (nextStage.gate && !gate.ok) return 'safety_list'
  return stage.ticks.every(({ key }) => ticksSet.includes(key)) ? null : 'ticks_missing'
}
