import { StandingReasons } from '@/components/readiness/standing-reasons'
import { nextStage, stageOf, stepBackStage } from '@/lib/domain/protocol/stage'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { AnimalDecision } from './animal-decision'
import type { NoteAnimal } from '@/lib/domain/note/pages'

type Props = { animals: NoteAnimal[]; standings: ReadonlyMap<string, AnimalStanding> }

/** One decision an animal; an animal without a plan is named and left out of the form. */
export function DecideParts({ animals, standings }: Props) {
  const t = text('note')
  return animals.map((animal, index) => {
    const standing = standings.get(animal.animalId)
    if (!standing) {
      return (
        <p key={animal.animalId} className="quiet">
          {t('noPlan', { name: animal.name })} <a href={paths.startPlan(animal.animalId)}>{t('startPlan')}</a>
        </p>
      )
    }
    const stage = stageOf(standing.protocol, standing.state.stageKey)
    return (
      <AnimalDecision
        key={animal.animalId}
        animal={animal}
        index={index}
        recommended={standing.recommendation}
        sentence={text('readiness')(`sentence.${standing.sentence.key}`, standing.sentence.params)}
        towards={{
          advance: nextStage(standing.protocol, standing.state.stageKey)?.name ?? null,
          stay: standing.stageName,
          step_back: stepBackStage(standing.protocol, standing.state.stageKey)?.name ?? null,
          pause: standing.stageName,
          stop_enrich: standing.protocol.alternative.name,
        }}
        ticks={stage?.ticks ?? []}
      >
        <StandingReasons standing={standing} />
      </AnimalDecision>
    )
  })
}
