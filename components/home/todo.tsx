import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Check } from '@/components/ui/icons'
import type { HomeAnimal } from '@/lib/domain/home/pages'
import type { Progress } from '@/lib/domain/log/progress'
import type { HomeworkDraft } from '@/lib/domain/note/schema'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { Task } from './task'
import { taskWords } from './task-words'

type Props = { animal: HomeAnimal & Progress; loggedToday: boolean }

/** The one thing to pick up: what is asked today, and the way to say how it went. */
export function Todo({ animal, loggedToday }: Props) {
  const t = text('home')
  const { id, name, standing, homework } = animal
  const rests = standing?.recommendation === 'pause'
  const [first, ...more] = rests ? [] : homeworkOf(animal)
  const words = taskWords()
  const headingId = `todo-${id}`
  return (
    <section className="todo" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('todo.title', { name })}</h2>
      {first ? (
        <Task task={first} words={words} first />
      ) : (
        <p className="ask">{t(`todo.${quietKey(standing)}`, { name })}</p>
      )}
      {standing && (
        <ButtonLink
          look={rests || loggedToday ? 'quiet' : 'go'}
          href={paths.homeLog(id)}
          icon={Check}
          big={!rests}
          wide
        >
          {rests ? t('todo.write') : loggedToday ? t('todo.again') : t('todo.log')}
        </ButtonLink>
      )}
      {standing && !rests && (
        <p className="after">{loggedToday ? t('todo.loggedToday', { name }) : t('todo.quick')}</p>
      )}
      {more.length > 0 && (
        <Disclosure summary={t('todo.also', { count: more.length })}>
          {more.map((task, index) => (
            <Task key={index} task={task} words={words} />
          ))}
        </Disclosure>
      )}
      {homework.length === 0 && first && <p className="after">{t('todo.indoors')}</p>}
    </section>
  )
}

/** In the indoor programme without homework of its own: its first ideas. */
function homeworkOf({ homework, standing }: HomeAnimal & Progress): HomeworkDraft[] {
  if (homework.length > 0 || standing?.status !== 'enrichment') return homework
  const { items } = standing.protocol.alternative
  return items.slice(0, 3).map((item) => ({
    exercise: item,
    sentences: [`${item.charAt(0).toUpperCase()}${item.slice(1)}.`],
    dose: '',
    good: '',
    stop: '',
  }))
}

/** What is said where nothing is asked, a key under `todo`. */
export function quietKey(standing: Pick<AnimalStanding, 'why' | 'recommendation'> | null): string {
  if (!standing) return 'noPlan'
  if (standing.why === 'vet_open') return 'vet'
  return standing.recommendation === 'pause' ? 'rest' : 'noHomework'
}
