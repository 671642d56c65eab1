import { StandingReasons } from '@/components/readiness/standing-reasons'
import type { Units } from '@/lib/domain/animal/measures'
import type { NoteAnimal } from '@/lib/domain/note/pages'
import type { Change } from '@/lib/domain/note/what-changed'
import { refuseDecision, stageAfter } from '@/lib/domain/plan/decision'
import type { Decision } from '@/lib/domain/plan/words'
import { stageOf } from '@/lib/domain/protocol/stage'
import { conditionOf, footingOf } from '@/lib/domain/standing/condition'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { AnimalDecision } from './animal-decision'
import { Changed } from './changed'

type Props = {
  animals: NoteAnimal[]
  standings: ReadonlyMap<string, AnimalStanding>
  changes: ReadonlyMap<string, Change[]>
  units: Units
}

/** One decision an animal; an animal without a plan is named and left out of the form. */
export function DecideParts({ animals, standings, changes, units }: Props) {
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
    const ticks = stageOf(standing.protocol, standing.state.stageKey)?.ticks ?? []
    return (
      <AnimalDecision
        key={animal.animalId}
        animal={animal}
        index={index}
        recommended={standing.recommendation}
        sentence={text('readiness')(`sentence.${standing.sentence.key}`, standing.sentence.params)}
        towards={(decision) => stageTowards(standing, decision)}
        heldBy={(decision) => heldBy(standing, decision)}
        ticks={ticks}
      >
        <Changed name={animal.name} changes={changes.get(animal.animalId)} units={units} />
        <StandingReasons standing={standing} />
      </AnimalDecision>
    )
  })
}

/** Name of where a decision leads; null where it leads nowhere. */
function stageTowards(standing: AnimalStanding, decision: Decision): string | null {
  const { protocol, state, stageName } = standing
  if (decision === 'stop_enrich') return protocol.alternative.name
  if (decision === 'stay' || decision === 'pause') return stageName
  return stageAfter(protocol, state.stageKey, decision)?.name ?? null
}

/** What the signature would refuse with any reason and every tick; what can be written or ticked below is not in it. */
function heldBy(standing: AnimalStanding, decision: Decision) {
  const from = footingOf(standing)
  const ticks = from.stage.ticks.map(({ key }) => key)
  return refuseDecision({
    decision,
    recommendation: decision,
    from,
    to: stageAfter(standing.protocol, standing.state.stageKey, decision),
    condition: conditionOf(standing, ticks),
    reason: 'given',
  })
}
