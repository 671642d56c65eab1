import { Portrait } from '@/components/animal/portrait'
import { State } from '@/components/ui/state'
import { coatFrom } from '@/lib/domain/animal/coats'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { VisitAnimal } from '@/lib/domain/visit/pages'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { AnimalFlags } from './animal-flags'

type Props = { animal: VisitAnimal; standing: AnimalStanding | undefined; zone: string }

/** An animal to be worked: its doorway, its stage, what the rules say and why, and what to mind. */
export function WorkedAnimal({ animal, standing, zone }: Props) {
  const t = text('today')
  return (
    <li>
      <Portrait
        species={animal.species}
        coat={coatFrom(animal.coat)}
        name={animal.name}
        size={44}
        decorative
      />
      <div>
        <p className="worked-name">
          <b>
            <a className="reach" href={paths.animal(animal.id)} dir="auto">
              {animal.name}
            </a>
          </b>
          <span className="stage">{standing ? standing.stageName : t('noPlan')}</span>
        </p>
        {standing && (
          <>
            <p className="rec">
              <State is={standing.recommendation} />
              {text('readiness')(`sentence.${standing.sentence.key}`, standing.sentence.params)}
            </p>
            <AnimalFlags standing={standing} zone={zone} />
          </>
        )}
      </div>
    </li>
  )
}
