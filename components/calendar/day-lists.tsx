import type { Temporal } from 'temporal-polyfill'
import { Disclosure } from '@/components/ui/disclosure'
import type { CalendarVisit } from '@/lib/domain/visit/pages'
import { dayLong, minutes, time, timeRange } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import type { CalendarView } from './types'

/** The same days as lists: what the phone shows, and what is read out. */
export function DayLists({ page }: { page: CalendarView }) {
  const t = text('calendar')
  return (
    <div className="cal-as-list">
      <Disclosure summary={t('list')} open>
        <div className="cal-lists">
          {page.days.map((day) => (
            <DayList key={day.toString()} day={day} page={page} />
          ))}
        </div>
      </Disclosure>
    </div>
  )
}

function DayList({ day, page }: { day: Temporal.PlainDate; page: CalendarView }) {
  const t = text('calendar')
  const visits = page.visits.filter(({ from }) =>
    from.toZonedDateTimeISO(page.zone).toPlainDate().equals(day),
  )
  const past = day.until(page.today, { largestUnit: 'days' }).days > 0
  return (
    <section>
      <h2>
        <span>
          {dayLong(day, page.zone)}
          {day.equals(page.today) && `, ${t('today')}`}
        </span>
        {!past && (
          <a
            className="reach"
            href={paths.newVisit({ day: day.toString(), consultant: page.who })}
            aria-label={t('bookOn', { day: dayLong(day, page.zone) })}
          >
            {t('bookHere')}
          </a>
        )}
      </h2>
      {visits.length === 0 ? (
        <p className="small quiet">{t('free')}</p>
      ) : (
        <ol>
          {visits.map((visit) => (
            <Line key={visit.id} visit={visit} page={page} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Line({ visit, page }: { visit: CalendarVisit; page: CalendarView }) {
  const t = text('calendar')
  const drive = (visit.from.epochMilliseconds - visit.leaves.epochMilliseconds) / 60_000
  const facts = [
    visit.animals.length > 0 ? visit.household : '',
    visit.place === 'remote' ? t('call') : drive > 0 ? t('drive', { drive: minutes(drive) }) : '',
    page.who === undefined && page.trainers.length > 1 ? visit.consultantName : '',
    visit.zone === page.zone ? '' : t('there', { time: time(visit.from, visit.zone) }),
    visit.status === 'booked' ? '' : text('visit')(`status.${visit.status}`),
  ]
  return (
    <li>
      <time dateTime={visit.from.toString()}>{timeRange(visit.from, visit.until, page.zone)}</time>
      <div>
        <a className="reach no-underline" href={paths.visit(visit.id)}>
          <b dir="auto">{visit.animals.join(' & ') || visit.household}</b>
        </a>
        <p className="tiny" dir="auto">
          {facts.filter((fact) => fact !== '').join(', ')}
        </p>
      </div>
    </li>
  )
}
