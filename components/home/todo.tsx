import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Check } from '@/components/ui/icons'
import type { HomeAnimal } from '@/lib/domain/home/pages'
import type { Progress } from '@/lib/domain/log/progress'
import type { HomeworkDraft } from '@/lib/domain/note/schema'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { animal: HomeAnimal & Progress; loggedToday: boolean }

/** The one thing to pick up: what is asked today, and the way to say how it went. */
export function Todo({ animal, loggedToday }: Props) {
  const t = text('home')
  const { id, name, standing, homework } = animal
  const rests = standing?.recommendation === 'pause'
  const [first, ...more] = rests ? [] : homeworkOf(animal)
  const headingId = `todo-${id}`
  return (
    <section className="todo" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('todo.title', { name })}</h2>
      {first ? <Task task={first} first /> : <p className="ask">{t(`todo.${quietKey(animal)}`, { name })}</p>}
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
            <Task key={index} task={task} />
          ))}
        </Disclosure>
      )}
      {homework.length === 0 && first && <p className="after">{t('todo.indoors')}</p>}
    </section>
  )
}

/** One task: the first sentence large, the others below, and how much of it. */
function Task({ task, first = false }: { task: HomeworkDraft; first?: boolean }) {
  const t = text('home')
  const [ask = task.exercise, ...others] = task.sentences
  const dose = (['dose', 'good', 'stop'] as const).filter((key) => task[key] !== '')
  return (
    <div className="task">
      <p className={first ? 'ask' : 'ask ask-more'} dir="auto">
        {ask}
      </p>
      {others.map((sentence) => (
        <p key={sentence} dir="auto">
          {sentence}
        </p>
      ))}
      {dose.length > 0 && (
        <dl className="dose">
          {dose.map((key) => (
            <div key={key}>
              <dt>{t(`todo.${key}`)}</dt>
              <dd dir="auto">{task[key]}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
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

function quietKey({ standing }: Progress): string {
  if (!standing) return 'noPlan'
  if (standing.why === 'vet_open') return 'vet'
  if (standing.recommendation === 'pause') return 'rest'
  return 'noHomework'
}
