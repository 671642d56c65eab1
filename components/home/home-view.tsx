import { Portrait } from '@/components/animal/portrait'
import { headlineOf } from '@/components/progress/way'
import type { ObstacleActions } from '@/components/obstacle/in-the-way'
import { EmptyState } from '@/components/ui/empty-state'
import { coatFrom } from '@/lib/domain/animal/coats'
import type { Home } from '@/lib/domain/home/pages'
import { dayLong } from '@/lib/format/dates'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'
import { AnimalHome } from './animal-home'
import { HouseholdPart } from './household'
import { TodayLine } from './today-line'

type Props = { home: Home; obstacle: ObstacleActions }

/** The owner's first page: one animal fills it, several stand below each other, each with its line of today. */
export function HomeView(props: Props) {
  const { home } = props
  const [first, ...more] = home.animals
  if (!first) return <NobodyYet home={home} />
  return more.length === 0 ? <OneAnimal {...props} /> : <SeveralAnimals {...props} />
}

function OneAnimal({ home, obstacle }: Props) {
  const [animal] = home.animals
  if (!animal) return null
  const { species, coat, name, standing } = animal
  return (
    <>
      <header className="hello">
        <Portrait species={species} coat={coatFrom(coat)} name={name} size={104} />
        <div>
          <p>{dayLong(home.today, home.zone)}</p>
          <h1>{headlineOf(standing, name)}</h1>
        </div>
      </header>
      <AnimalHome animal={animal} home={home} obstacle={obstacle}>
        <HouseholdPart home={home} />
      </AnimalHome>
    </>
  )
}

function SeveralAnimals({ home, obstacle }: Props) {
  const names = home.animals.map(({ name }) => name)
  return (
    <>
      <header className="hello hello-plain">
        <div>
          <p>{dayLong(home.today, home.zone)}</p>
          <h1>{listOf(names)}</h1>
        </div>
      </header>
      {home.animals.map((animal) => (
        <details key={animal.id} className="one-of">
          <summary>
            <Portrait
              species={animal.species}
              coat={coatFrom(animal.coat)}
              name={animal.name}
              size={56}
              decorative
            />
            <div>
              <h2>{headlineOf(animal.standing, animal.name)}</h2>
              <TodayLine animal={animal} today={home.today} />
            </div>
          </summary>
          <AnimalHome animal={animal} home={home} obstacle={obstacle} />
        </details>
      ))}
      <div className="home-cols home-cols-even">
        <HouseholdPart home={home} />
      </div>
    </>
  )
}

function NobodyYet({ home }: { home: Home }) {
  const t = text('home')
  return (
    <>
      <h1 className="page-title">{home.practice.name}</h1>
      <EmptyState title={t('empty.title')}>{t('empty.lead')}</EmptyState>
      <div className="home-cols home-cols-even">
        <HouseholdPart home={home} />
      </div>
    </>
  )
}
