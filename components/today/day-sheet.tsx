import { State } from '@/components/ui/state'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { TodayPage, TodayVisit } from '@/lib/domain/visit/pages'
import { dayLong, minutes, time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

/** The day on paper: times, addresses, how to get in, whom to call, and what each animal is at. */
export function DaySheet({ page }: { page: TodayPage }) {
  const t = text('today')
  return (
    <>
      <h1 className="day-sheet-title">{dayLong(page.day, page.zone, { year: true })}</h1>
      <p>
        <bdi>{page.who.name}</bdi>
        {page.line.drive > 0 && `. ${t('drive', { drive: minutes(page.line.drive) })}`}
      </p>
      {page.line.stops.length === 0 && <p className="pt-4">{t('paper.empty')}</p>}
      <ol className="day-sheet">
        {page.line.stops.map(({ visit, leg }) => (
          <li key={visit.id}>
            <p className="day-sheet-at">
              {time(visit.from, visit.zone)}
              <small>{t('until', { time: time(visit.until, visit.zone) })}</small>
              {leg?.drive ? <small>{minutes(leg.drive)}</small> : null}
            </p>
            <div>
              <h2 dir="auto">{visit.household}</h2>
              <p>
                <bdi>{visit.place === 'remote' ? t('remote') : visit.address || t('noAddress')}</bdi>,{' '}
                {visit.serviceName}
              </p>
              <Facts visit={visit} />
              <ul>
                {visit.animals.map(({ id, name }) => (
                  <Animal key={id} name={name} standing={page.standings.get(id)} />
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

function Facts({ visit }: { visit: TodayVisit }) {
  const t = text('today')
  return (
    <dl className="day-sheet-facts">
      {visit.accessNotes !== '' && (
        <div>
          <dt>{t('paper.access')}</dt>
          <dd dir="auto">{visit.accessNotes}</dd>
        </div>
      )}
      {visit.contact && (
        <div>
          <dt>{t('paper.phone')}</dt>
          <dd>
            <bdi>{visit.contact.name}</bdi> {visit.contact.phone}
          </dd>
        </div>
      )}
    </dl>
  )
}

function Animal({ name, standing }: { name: string; standing: AnimalStanding | undefined }) {
  const t = text('today')
  return (
    <li>
      <b dir="auto">{name}</b>, {standing ? standing.stageName : t('noPlan')}
      {standing && (
        <>
          <br />
          <State is={standing.recommendation} />{' '}
          {text('readiness')(`sentence.${standing.sentence.key}`, standing.sentence.params)}
        </>
      )}
    </li>
  )
}
