import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import type { AnimalAtHome, Home } from '@/lib/domain/home/pages'
import { sinceVisit } from '@/lib/domain/journal/since'
import { minutes, monthDay } from '@/lib/format/dates'
import { firstTimeWords, peopleWords, stepWords } from '@/lib/format/journal'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** So many first times are told at a glance; all of them stand with the progress. */
const mostFirsts = 3

/** What changed since the last visit, and who of the household wrote it down. */
export function SincePart({ animal, home }: { animal: AnimalAtHome; home: Home }) {
  const since = sinceVisit(animal, home.letter?.day ?? null)
  if (!since) return null
  const t = text('journal')
  const { day, ofVisit, figures, firsts, steps } = since
  const { sessions, calmSec, people } = figures
  const calm = minutes(Math.floor(calmSec / 60))
  return (
    <Section title={t(ofVisit ? 'since.visit' : 'since.start', { date: monthDay(day, home.zone) })}>
      <ul className="rows small">
        <li>
          {t('since.sessions', { n: sessions, calm: calmSec >= 60 ? calm : 'none' })}{' '}
          {people.length > 0 && (
            <span className="quiet">{t('month.people', { people: peopleWords(people) })}</span>
          )}
        </li>
        {steps.map((step, index) => (
          <li key={index}>{stepWords(step, animal.name)}</li>
        ))}
        {firsts.slice(-mostFirsts).map((first) => (
          <li key={`${first.key} ${first.what} ${first.count}`}>
            <b>{firstTimeWords(first)}</b>
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
