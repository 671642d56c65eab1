import type { CSSProperties } from 'react'
import type { Temporal } from 'temporal-polyfill'
import { IconLink } from '@/components/ui/button'
import { Plus } from '@/components/ui/icons'
import { placeVisits, type Placed } from '@/lib/domain/scheduling/week'
import type { CalendarVisit } from '@/lib/domain/visit/pages'
import { dayLong, time, timeRange, weekdayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import type { CalendarView } from './types'

const vars = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [`--${key}`, value])) as CSSProperties

/** What the hatching and the dashes mean. */
export function GridKey() {
  const t = text('calendar')
  return (
    <p className="cal-key">
      <span>
        <span className="cal-drive" />
        {t('key.drive')}
      </span>
      <span>{t('key.call')}</span>
    </p>
  )
}

/** The days as a time grid. Drives are thin hatched blocks before the visit; the list below says the same. */
export function WeekGrid({ page }: { page: CalendarView }) {
  const t = text('calendar')
  const placed = placeVisits(page.visits, page.zone)
  const first = Math.floor(Math.min(page.opens, ...placed.map(({ start, travel }) => start - travel)) / 60)
  const last = Math.ceil(Math.max(page.closes, ...placed.map(({ start, length }) => start + length)) / 60)
  const top = Math.max(0, first) * 60
  const span = (Math.min(24, last) - Math.max(0, first)) * 60
  const hours = Array.from({ length: span / 60 }, (_, index) => top / 60 + index)
  return (
    <div
      className="cal-week"
      role="group"
      aria-label={t('grid')}
      style={vars({ days: page.days.length, span })}
    >
      <div />
      {page.days.map((day) => (
        <DayName key={day.toString()} day={day} page={page} />
      ))}
      <div className="cal-hours" aria-hidden="true">
        {hours.map((hour, index) => (
          <span key={hour} style={vars({ a: index * 60 })}>
            {String(hour).padStart(2, '0')}
          </span>
        ))}
      </div>
      {page.days.map((day) => (
        <div key={day.toString()} className={`cal-lane ${markOf(day, page)}`}>
          {placed
            .filter((one) => one.day.equals(day))
            .map((one) => (
              <Block key={one.visit.id} placed={one} top={top} page={page} />
            ))}
          {day.equals(page.today) && <NowLine page={page} top={top} span={span} />}
        </div>
      ))}
    </div>
  )
}

const markOf = (day: Temporal.PlainDate, { today }: CalendarView) =>
  day.equals(today) ? 'is-today' : day.dayOfWeek > 5 ? 'is-off' : ''

function DayName({ day, page }: { day: Temporal.PlainDate; page: CalendarView }) {
  const t = text('calendar')
  return (
    <div className={`cal-day ${markOf(day, page)}`}>
      <a className="reach" href={paths.today(day.toString(), page.who)} aria-label={dayLong(day, page.zone)}>
        {weekdayShort(day, page.zone)} <b>{day.day}</b>
      </a>
      {day.until(page.today, { largestUnit: 'days' }).days <= 0 && (
        <IconLink
          icon={Plus}
          label={t('bookOn', { day: dayLong(day, page.zone) })}
          href={paths.newVisit({ day: day.toString(), consultant: page.who })}
        />
      )}
    </div>
  )
}

type BlockProps = { placed: Placed<CalendarVisit>; top: number; page: CalendarView }

function Block({ placed: { visit, start, length, travel, lane, lanes }, top, page }: BlockProps) {
  const t = text('calendar')
  const over = visit.until.epochMilliseconds < page.now.epochMilliseconds
  const across = { l: lane / lanes, w: 1 / lanes }
  const many = page.who === undefined && page.trainers.length > 1
  return (
    <>
      {travel > 0 && (
        <span className="cal-drive" style={vars({ a: start - travel - top, d: travel, ...across })} />
      )}
      <a
        className={`cal-block ${over ? 'is-over' : ''} ${visit.place === 'remote' ? 'is-call' : ''}`}
        href={paths.visit(visit.id)}
        style={vars({ a: start - top, d: length, ...across })}
      >
        <b dir="auto">{visit.animals.join(' & ') || visit.household}</b>
        {timeRange(visit.from, visit.until, page.zone)}
        {many && (
          <>
            <br />
            <bdi>{visit.consultantName}</bdi>
          </>
        )}
        {visit.status !== 'booked' && (
          <>
            <br />
            {text('visit')(`status.${visit.status}`)}
          </>
        )}
        {visit.zone !== page.zone && (
          <>
            <br />
            {t('there', { time: time(visit.from, visit.zone) })}
          </>
        )}
      </a>
    </>
  )
}

function NowLine({ page, top, span }: { page: CalendarView; top: number; span: number }) {
  const wall = page.now.toZonedDateTimeISO(page.zone)
  const at = wall.hour * 60 + wall.minute - top
  return at < 0 || at > span ? null : <span className="cal-now" aria-hidden="true" style={vars({ a: at })} />
}
