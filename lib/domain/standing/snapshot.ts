import { stageOf } from '@/lib/domain/protocol/stage'
import { soonestAdvance, whatWouldChange } from '@/lib/domain/readiness/change'
import { whatWouldRaise } from '@/lib/domain/readiness/raise'
import type { Snapshot } from '@/lib/domain/readiness/snapshot'
import type { StageFacts } from '@/lib/domain/readiness/types'
import type { AnimalStanding } from './standing'

/** What is kept of an assessment, and what the panel shows of it, today or years later. `said` is its sentence. */
export function snapshotOf(standing: AnimalStanding, said: string): Snapshot {
  const { name, input, assessment, recommendation, sentence, protocol } = standing
  const { animal, species, stage, nextStage, stagePlaces, enteredDay, asOf, stepBacks, minDaysFactor } = input
  const named = ({ key }: StageFacts) => stageOf(protocol, key)?.name ?? key
  return {
    format: 1,
    name,
    stageName: named(stage),
    nextStageName: nextStage && named(nextStage),
    recommendation,
    said,
    sentence,
    assessment,
    changes: whatWouldChange(input, assessment),
    soonest: soonestAdvance(input),
    raises: whatWouldRaise(input, assessment),
    asked: {
      animal,
      species,
      stage: factsOf(stage),
      nextStage: nextStage && factsOf(nextStage),
      stagePlaces,
      enteredDay,
      asOf,
      stepBacks,
      minDaysFactor,
      gate: input.gate,
      openVet: input.openVet,
      contextPause: input.contextPause,
    },
  }
}

const factsOf = ({
  key,
  minDays,
  minSessionDays,
  targetSec,
  place,
  leash,
  gate,
}: StageFacts): StageFacts => ({
  key,
  minDays,
  minSessionDays,
  targetSec,
  place,
  leash,
  gate,
})
