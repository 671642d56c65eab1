import { Temporal } from 'temporal-polyfill'
import { ButtonLink } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { Eye, MapPin, Phone, Timer } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import { WorkedAnimal } from '@/components/today/worked-animal'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { VisitPage } from '@/lib/domain/visit/pages'
import { dayAndTime, minutes, time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { directionsTo } from './directions'

/** Where, how to get in, whom to call. */
export function VisitWhere({ visit }: { visit: VisitPage }) {
  const t = text('visit')
  const { street, postcode, town, accessNotes } = visit.household
  const place = [postcode, town].filter((part) => part !== '').join(' ')
  const address = [street, place].filter((part) => part !== '').join(', ')
  const phone = visit.contact?.phone ?? ''
  const remote = visit.place === 'remote'
  return (
    <Section title={t('where')}>
      <DescriptionList
        rows={[
          [t('facts.service'), `${visit.serviceName}, ${minutes(visit.minutes)}`],
          [t('facts.consultant'), <bdi key="who">{visit.consultantName}</bdi>],
          [t('facts.address'), remote ? t('remote') : <bdi key="at">{address}</bdi>],
          [
            t('facts.access'),
            remote || accessNotes === '' ? null : (
              <span key="in" dir="auto" className="whitespace-pre-line">
                {accessNotes}
              </span>
            ),
          ],
          [
            t('facts.contact'),
            visit.contact && <bdi key="c">{[visit.contact.name, phone].filter(Boolean).join(', ')}</bdi>,
          ],
          [
            t('facts.message'),
            visit.message === '' ? null : (
              <span key="m" dir="auto" className="whitespace-pre-line">
                {visit.message}
              </span>
            ),
          ],
          [
            t('facts.cancelled'),
            visit.cancelReason === null ? null : <bdi key="x">{visit.cancelReason}</bdi>,
          ],
          [
            t('facts.anyway'),
            visit.ruleReason === null && visit.overlapReason === null ? null : (
              <bdi key="y">{visit.overlapReason ?? visit.ruleReason}</bdi>
            ),
          ],
        ]}
      />
      <div className="acts no-print pt-4">
        {!remote && address !== '' && (
          <ButtonLink icon={MapPin} {...directionsTo(address, visit.household)}>
            {t('directions')}
          </ButtonLink>
        )}
        {phone !== '' && (
          <ButtonLink icon={Phone} href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            {t('call')}
          </ButtonLink>
        )}
      </div>
    </Section>
  )
}

type AnimalsProps = {
  visit: VisitPage
  standings: ReadonlyMap<string, AnimalStanding>
  /** Sessions can be recorded now by this viewer. */
  records: boolean
}

/** The animals to be worked, where each stands, and the way to record its session. */
export function VisitAnimals({ visit, standings, records }: AnimalsProps) {
  const t = text('visit')
  return (
    <Section title={t('animals.title')}>
      {visit.animals.length === 0 && (
        <p className="pt-3">
          <a href={paths.newAnimal(visit.household.id)}>{t('animals.add')}</a>
        </p>
      )}
      <ul className="visit-animals">
        {visit.animals.map((animal) => {
          const standing = standings.get(animal.id)
          return (
            <li key={animal.id}>
              <ul className="worked">
                <WorkedAnimal animal={animal} standing={standing} zone={visit.zone} />
              </ul>
              <div className="acts">
                {standing && records && (
                  <ButtonLink
                    icon={Eye}
                    href={paths.watch(visit.id, animal.id)}
                    aria-label={text('live')('watchFor', { name: animal.name })}
                  >
                    {text('live')('watch')}
                  </ButtonLink>
                )}
                {standing && records && (
                  <ButtonLink
                    icon={Timer}
                    href={paths.newSession(visit.id, animal.id)}
                    aria-label={t('animals.recordFor', { name: animal.name })}
                  >
                    {t('animals.record')}
                  </ButtonLink>
                )}
                {!standing && records && (
                  <ButtonLink href={paths.startPlan(animal.id)}>{t('animals.plan')}</ButtonLink>
                )}
                {(visit.sessions[animal.id] ?? 0) > 0 && (
                  <span className="small quiet self-center">
                    {t('animals.sessions', { count: visit.sessions[animal.id] ?? 0 })}
                  </span>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** What was done with the visit, by whom, when. */
export function VisitHistory({ visit }: { visit: VisitPage }) {
  const t = text('visit')
  const shown = visit.history.filter(({ verb }) => t.has(`did.${verb}`))
  if (shown.length === 0 && !visit.arrivedAt) return null
  return (
    <Section title={t('did.title')}>
      <ul className="happened">
        {shown.map(({ verb, at, by, from }, index) => (
          <li key={index}>
            {t(`did.${verb}`)} <span className="tiny">{dayAndTime(at, visit.zone)}</span>{' '}
            <bdi className="tiny">{by}</bdi>
            {verb === 'move' && from && (
              <p className="tiny">
                {t('did.before', { when: dayAndTime(Temporal.Instant.from(from), visit.zone) })}
              </p>
            )}
          </li>
        ))}
        {visit.arrivedAt && visit.leftAt && (
          <li>
            {t('did.there', {
              from: time(visit.arrivedAt, visit.zone),
              until: time(visit.leftAt, visit.zone),
            })}
          </li>
        )}
      </ul>
    </Section>
  )
}
