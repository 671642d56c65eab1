import { Fragment } from 'react'
import type { Temporal } from 'temporal-polyfill'
import { ServiceMark } from '@/components/service/service-mark'
import type { CalendarVisit } from '@/lib/domain/visit/pages'
import { canMove } from '@/lib/domain/visit/status'
import { dayLong, minutes, time, timeRange } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { AskedLine } from './asked-time'
import { clock } from './clock'
import type { CalendarView } from './types'

/** The same days as lists: what a phone shows first, what is printed, and the calmest to have read out. */
export function DayLists({ page }: { page: CalendarView }) {
  return (
    <div className="cal-lists">
      {page.days.map((day) => (
        <DayList key={day.toString()} day={day} page={page} />
      ))}
    </div>
  )
}

function DayList({ day, page }: { day: Temporal.PlainDate; page: CalendarView }) {
  const t = text('calendar')
  const visits = page.visits.filter(({ from }) =>
    from.toZonedDateTimeISO(page.zone).toPlainDate().equals(day),
  )
  const asked = page.asked.filter(({ from }) => from.toZonedDateTimeISO(page.zone).toPlainDate().equals(day))
  const lines = [
    ...visits.map((visit) => ({ at: visit.from, line: <Line key={visit.id} visit={visit} page={page} /> })),
    ...asked.map((one) => ({
      at: one.from,
      line: <AskedLine key={`${one.requestId}${one.from.toString()}`} asked={one} page={page} />,
    })),
  ].toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
  const past = day.until(page.today, { largestUnit: 'days' }).days > 0
  const off = whoIsOff(page, day)
  return (
    <section data-column={day.toString()} className={lines.length === 0 ? 'is-free' : undefined}>
      <h2>
        <span>
          {dayLong(day, page.zone)}
          {day.equals(page.today) && `, ${t('today')}`}
        </span>
        {!past && (
          <a
            className="reach no-print"
            href={paths.newVisit({ day: day.toString(), consultant: page.who })}
            aria-label={t('bookOn', { day: dayLong(day, page.zone) })}
            data-book=""
          >
            {t('bookHere')}
          </a>
        )}
      </h2>
      {off !== '' && (
        <p className="tiny quiet" dir="auto">
          {off}
        </p>
      )}
      {visits.length === 0 && <p className="small quiet">{t('free')}</p>}
      {lines.length > 0 && <ol>{lines.map(({ line }) => line)}</ol>}
    </section>
  )
}

/** "Closed: Hogmanay", or who has time off that day and when. */
function whoIsOff({ shades, trainers, who }: CalendarView, day: Temporal.PlainDate): string {
  const t = text('calendar')
  const theirs = trainers
    .filter(({ id }) => who === undefined || id === who)
    .map(({ id, name }) => ({ name, shades: shades.get(id)?.get(day.toString()) ?? [] }))
  const closings = theirs.map((one) => one.shades.find(({ kind }) => kind === 'closed'))
  if (closings.length > 0 && closings.every(Boolean)) return t('closed', { name: closings[0]?.name ?? '' })
  return theirs
    .flatMap(({ name, shades: list }) =>
      list
        .filter(({ kind }) => kind === 'timeOff')
        .map(({ from, until }) => t('timeOff', { name, from: clock(from), until: clock(until) })),
    )
    .join(' ')
}

function Line({ visit, page }: { visit: CalendarVisit; page: CalendarView }) {
  const t = text('calendar')
  const drive = (visit.from.epochMilliseconds - visit.leaves.epochMilliseconds) / 60_000
  const facts = [
    visit.animals.length > 0 ? visit.household : '',
    visit.serviceName,
    visit.place === 'remote' ? t('call') : drive > 0 ? t('drive', { drive: minutes(drive) }) : '',
    visit.homeward > 0 ? t('homeward', { drive: minutes(visit.homeward) }) : '',
    page.who === undefined && page.trainers.length > 1 ? visit.consultantName : '',
    visit.zone === page.zone ? '' : t('there', { time: time(visit.from, visit.zone) }),
    visit.status === 'booked' ? '' : text('visit')(`status.${visit.status}`),
  ]
  return (
    <li>
      <time dateTime={visit.from.toString()}>{timeRange(visit.from, visit.until, page.zone)}</time>
      <div>
        <a
          className="reach no-underline"
          href={paths.visit(visit.id)}
          data-stop=""
          {...(canMove(visit.status) ? { 'data-move': paths.moveVisit(visit.id) } : {})}
        >
          <ServiceMark mark={visit.mark} /> <b dir="auto">{visit.animals.join(' & ') || visit.household}</b>
        </a>
        <p className="tiny">
          {facts
            .filter((fact) => fact !== '')
            .map((fact, index) => (
              <Fragment key={fact}>
                {index > 0 && ', '}
                <bdi>{fact}</bdi>
              </Fragment>
            ))}
        </p>
      </div>
    </li>
  )
}
