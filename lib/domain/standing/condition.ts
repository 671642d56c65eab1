import type { Condition, Footing } from '@/lib/domain/plan/refusals'
import { trainedStage, type AnimalStanding } from './standing'

/** What the hard refusals ask of an animal, as its standing has it today. */
export const conditionOf = (
  { input, assessment }: AnimalStanding,
  ticksSet: readonly string[] = [],
): Condition => ({
  openVet: input.openVet,
  gate: input.gate,
  lastRedAge: assessment.facts.lastRedAge,
  daysInStage: assessment.facts.daysInStage,
  minDaysFactor: input.minDaysFactor,
  ticksSet,
})

/** Where the plan stands: its status and the stage it is trained in, or stopped at. */
export const footingOf = (standing: AnimalStanding): Footing => ({
  status: standing.status,
  stage: trainedStage(standing).stage,
})
