import { State } from '@/components/ui/state'
import type { Leg } from '@/lib/domain/scheduling/day-line'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { TodayPage, TodayVisit } from '@/lib/domain/visit/pages'
import { dayLong, minutes, time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

/** From so many stops on each of them gets two lines for its words, so that a day stays one page: ours. */
const full = 6

/** The day on paper: when to leave, where to, how to get in, whom to call, what to bring, what each animal is at. */
export function DaySheet({ page }: { page: TodayPage }) {
  const t = text('today')
  const { stops, homeward, drive } = page.line
  return (
    <>
      <h1 className="day-sheet-title">{dayLong(page.day, page.zone, { year: true })}</h1>
      <p className="day-sheet-lead">
        <bdi>{page.who.name}</bdi>
        {drive > 0 && `. ${t('drive', { drive: minutes(drive) })}`}
        {homeward && ` ${t('paper.ends', { place: homeward.to, time: time(homeward.at, page.zone) })}`}
      </p>
      {stops.length === 0 && <p className="pt-4">{t('paper.empty')}</p>}
      <ol className={stops.length >= full ? 'day-sheet day-sheet-full' : 'day-sheet'}>
        {stops.map(({ visit, leg }) => (
          <li key={visit.id}>
            <p className="day-sheet-at">
              {time(visit.from, visit.zone)}
              <small>{t('until', { time: time(visit.until, visit.zone) })}</small>
              <Way leg={leg} zone={page.zone} />
            </p>
            <div>
              <h2 dir="auto">{visit.household}</h2>
              <p>
                <bdi>{visit.place === 'remote' ? t('remote') : visit.address || t('noAddress')}</bdi>,{' '}
                {visit.serviceName}
              </p>
              <Facts visit={visit} />
            </div>
            <ul>
              {visit.animals.map(({ id, name }) => (
                <Animal key={id} name={name} standing={page.standings.get(id)} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}

/** When to leave for it, and how long the way is. */
function Way({ leg, zone }: { leg: Leg | null; zone: string }) {
  const t = text('today')
  if (!leg?.drive || !leg.leaveBy) return null
  return (
    <>
      <small className="day-sheet-leave">{t('paper.leave', { time: time(leg.leaveBy, zone) })}</small>
      <small>{minutes(leg.drive)}</small>
    </>
  )
}

function Facts({ visit }: { visit: TodayVisit }) {
  const t = text('today')
  const door = text('door')
  const parking = [
    visit.parking,
    visit.parkingMinutes === null ? '' : door('parkingMinutes', { minutes: minutes(visit.parkingMinutes) }),
  ]
  const rows = [
    [t('paper.parking'), visit.place === 'remote' ? '' : parking.filter(Boolean).join(' ')],
    [t('paper.access'), visit.accessNotes],
    [t('paper.phone'), visit.contact ? `${visit.contact.name} ${visit.contact.phone}` : ''],
    [t('paper.bring'), visit.bring],
  ] as const
  return (
    <dl className="day-sheet-facts">
      {rows.map(([term, words]) =>
        words === '' ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd dir="auto">{words}</dd>
          </div>
        ),
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
