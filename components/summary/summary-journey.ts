import type { Journey, JourneyStage } from '@/components/plan/journey'
import { coatFrom } from '@/lib/domain/animal/coats'
import { isIntake, stageIndex } from '@/lib/domain/protocol/stage'
import type { SummaryAnimal } from '@/lib/domain/note/summary'

/**
 * The way so far, without the intake: it is no step the animal takes; of a completed plan the steps that were taken.
 * Null where the animal lives happily indoors.
 */
export function journeyOf({
  protocol,
  stageKey,
  decision,
  outcome,
  ...animal
}: SummaryAnimal): Journey | null {
  if (!protocol || !stageKey || decision === 'stop_enrich' || outcome === 'indoors') return null
  const at = stageIndex(protocol, stageKey)
  if (at < 0) return null
  const stages = protocol.stages.flatMap((stage, index) =>
    isIntake(stage) || (outcome && index > at)
      ? []
      : [
          {
            key: stage.key,
            name: stage.name,
            place: stage.place,
            state: outcome ? 'done' : stateOf(index - at),
          },
        ],
  )
  return { animal: { name: animal.name, species: animal.species, coat: coatFrom(animal.coat) }, stages }
}

const stateOf = (ahead: number): JourneyStage['state'] =>
  ahead < 0 ? 'done' : ahead === 0 ? 'here' : ahead === 1 ? 'next' : 'far'
