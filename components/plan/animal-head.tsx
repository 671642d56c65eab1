import type { ReactNode } from 'react'
import { Portrait } from '@/components/animal/portrait'
import { LivesWith } from '@/components/relation/lives-with'
import { State } from '@/components/ui/state'
import { coatFrom } from '@/lib/domain/animal/coats'
import type { Units } from '@/lib/domain/animal/measures'
import type { AnimalOverview } from '@/lib/domain/standing/overview'
import { age } from '@/lib/format/age'
import { weight } from '@/lib/format/measures'
import { text } from '@/lib/format/text'
import { stageDay } from './stage-day'

type Props = { animal: AnimalOverview; units: Units; children?: ReactNode }

/** Portrait, name, facts, where it stands, and the goal in the household's words. */
export function AnimalHead({ animal, units, children }: Props) {
  const { standing } = animal
  return (
    <header className="who-is">
      <Portrait species={animal.species} coat={coatFrom(animal.coat)} name={animal.name} size={168} />
      <div>
        <h1 dir="auto">{animal.name}</h1>
        <p className="who-facts" dir="auto">
          {factsOf(animal, units)}
        </p>
        <LivesWith {...animal} />
        {standing && (
          <p className="who-stage">
            <b>{standing.stageName}</b>
            <br />
            <State is={standing.recommendation} /> <span className="small quiet">{stageDay(standing)}</span>
          </p>
        )}
      </div>
      {children && <div className="acts">{children}</div>}
      {standing && (
        <p className="goal said" dir="auto">
          “{standing.goal}”
        </p>
      )}
    </header>
  )
}

function factsOf(animal: AnimalOverview, units: Units): string {
  const t = text('animal')
  const grams = animal.measures.find(({ weightGrams }) => weightGrams !== null)?.weightGrams ?? null
  const facts = [
    animal.breed || t(`species.${animal.species}`),
    age({ on: animal.bornOn, precision: animal.bornPrecision }, animal.today),
    animal.sex !== 'unknown' && t(`sex.${animal.sex}`),
    animal.neutering !== 'unknown' && t(`neutering.${animal.neutering}`),
    grams !== null && weight(grams, units),
  ]
  return `${facts.filter(Boolean).join(', ')}.`
}
