import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import type { AnimalAtHome, Home } from '@/lib/domain/home/pages'
import { whatChanged, type SinceWhen } from '@/lib/domain/journal/since'
import { dayOf } from '@/lib/domain/time/time'
import { minutes, monthDay, time } from '@/lib/format/dates'
import { firstTimeWords, peopleWords, stepWords } from '@/lib/format/journal'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** So many first times are told at a glance; all of them stand with the progress. */
const mostFirsts = 3

/** What changed since this person last looked, or since the last visit, and who wrote it down. */
export function SincePart({ animal, home }: { animal: AnimalAtHome; home: Home }) {
  const since = whatChanged(animal, home.letter?.day ?? null, home.lookedAt)
  if (!since) return null
  const t = text('journal')
  const { figures, firsts, steps, homeworkBy } = since
  const { sessions, calmSec, people } = figures
  const calm = minutes(Math.floor(calmSec / 60))
  return (
    <Section title={titleOf(since.when, home)}>
      <ul className="rows small">
        {(sessions > 0 || since.when.is !== 'look') && (
          <li>
            {t('since.sessions', { n: sessions, calm: calmSec >= 60 ? calm : 'none' })}
            {people.length > 0 && <By words={t('month.people', { people: peopleWords(people) })} />}
          </li>
        )}
        {steps.map((step, index) => (
          <li key={index}>
            {stepWords(step, animal.name)}
            <By words={decidedBy(home.members[step.decidedBy ?? ''])} />
          </li>
        ))}
        {homeworkBy !== null && <li>{t('since.homework', { name: homeworkBy || 'none' })}</li>}
        {firsts.slice(-mostFirsts).map((first) => (
          <li key={`${first.key} ${first.what} ${first.count}`}>
            <b>{firstTimeWords(first)}</b>
            {people.length > 1 && <By words={t('month.people', { people: first.by })} />}
          </li>
        ))}
      </ul>
      <p className="acts">
        <ButtonLink look="plain" href={paths.homeProgress(animal.id)}>
          {t('link', { name: animal.name })}
        </ButtonLink>
      </p>
    </Section>
  )
}

const By = ({ words }: { words: string }) => words !== '' && <span className="quiet block">{words}</span>

const decidedBy = (name: string | undefined): string =>
  name === undefined ? '' : text('journal')('since.decided', { name })

function titleOf(when: SinceWhen, { today, zone }: Home): string {
  const t = text('journal')
  if (when.is !== 'look') return t(`since.${when.is}`, { date: monthDay(when.day, zone) })
  return dayOf(when.at, zone).equals(today)
    ? t('since.lookToday', { time: time(when.at, zone) })
    : t('since.look', { date: monthDay(when.at, zone) })
}
