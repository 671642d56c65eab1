import { Portrait } from '@/components/animal/portrait'
import { Deciding } from '@/components/home/animal-home'
import { AnimalSwitch } from '@/components/home/animal-switch'
import { headlineOf } from '@/components/progress/way'
import { EmptyState } from '@/components/ui/empty-state'
import { coatFrom } from '@/lib/domain/animal/coats'
import { figuresOf } from '@/lib/domain/journal/figures'
import type { Journal } from '@/lib/domain/journal/journal'
import { monthsOf } from '@/lib/domain/journal/months'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { FiguresList } from './figures-list'
import { MonthPart } from './month-part'

/** One animal's way so far: what it came to, and month by month what is worth remembering. */
export function JournalView({ journal: { animals, animal, progress, photos } }: { journal: Journal }) {
  const t = text('journal')
  if (!animal) {
    const home = text('home')
    return <EmptyState title={home('empty.title')}>{home('empty.lead')}</EmptyState>
  }
  const { name, species, coat, showScore } = animal
  const { standing, sessions } = progress
  const months = monthsOf(progress, photos)
  return (
    <div className="journal">
      <AnimalSwitch animals={animals} current={animal.id} href={paths.homeProgress} />
      <header className="hello">
        <Portrait species={species} coat={coatFrom(coat)} name={name} size={104} />
        <div>
          <p>{headlineOf(standing, name)}</p>
          <h1>{t('of', { name })}</h1>
        </div>
      </header>
      {sessions.length > 0 && (
        <div>
          <FiguresList figures={figuresOf(sessions)} />
          <p className="after">{t('figuresNote')}</p>
        </div>
      )}
      {standing && standing.status !== 'completed' && <Deciding standing={standing} showScore={showScore} />}
      {months.length === 0 && <p className="quiet">{t('none')}</p>}
      {months.map((month) => (
        <MonthPart key={month.month.toString()} month={month} animal={animal} />
      ))}
    </div>
  )
}
