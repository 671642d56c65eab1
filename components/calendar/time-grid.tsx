import { IconLink } from '@/components/ui/button'
import { Plus } from '@/components/ui/icons'
import type { Shade } from '@/lib/domain/scheduling/calendar-days'
import { dayLong, weekdayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { AskedBlock } from './asked-time'
import { columnsOf, hoursOf, type Column } from './columns'
import type { CalendarView } from './types'
import { vars } from './vars'
import { VisitBlock } from './visit-block'

/** Days as columns of time: visits, the ways to them and home, and the hours nobody works. The list says the same. */
export function TimeGrid({ page }: { page: CalendarView }) {
  const t = text('calendar')
  const columns = columnsOf(page)
  const { top, bottom } = hoursOf(columns)
  const hours = Array.from({ length: (bottom - top) / 60 }, (_, index) => top / 60 + index)
  return (
    <div className="cal-scroll">
      <div
        className="cal-grid"
        role="group"
        aria-label={t('grid')}
        style={vars({ columns: columns.length, span: bottom - top })}
      >
        <div className="cal-hours" aria-hidden="true">
          <div className="cal-name" />
          <div className="cal-track">
            {hours.map((hour, index) => (
              <span key={hour} style={vars({ a: index * 60 })}>
                {String(hour).padStart(2, '0')}
              </span>
            ))}
          </div>
        </div>
        {columns.map((column) => (
          <GridColumn key={column.key} column={column} page={page} top={top} bottom={bottom} />
        ))}
      </div>
    </div>
  )
}

type ColumnProps = { column: Column; page: CalendarView; top: number; bottom: number }

function GridColumn({ column, page, top, bottom }: ColumnProps) {
  const { day, person, shades, blocks, asked } = column
  const isToday = day.equals(page.today)
  const wall = page.now.toZonedDateTimeISO(page.zone)
  const now = wall.hour * 60 + wall.minute
  return (
    <section
      className={`cal-column ${isToday ? 'is-today' : ''}`}
      aria-label={page.view === 'day' ? (person?.name ?? '') : dayLong(day, page.zone)}
      data-column={day.toString()}
    >
      <ColumnName column={column} page={page} />
      <div
        className="cal-track cal-lane"
        data-lane={day.toString()}
        data-top={top}
        data-span={bottom - top}
        {...(page.view === 'day' && person ? { 'data-person': person.id } : {})}
      >
        {shades.map((shade) => (
          <ShadeBlock key={`${shade.kind}${shade.from}`} shade={shade} top={top} bottom={bottom} />
        ))}
        {asked.map((one) => (
          <AskedBlock
            key={`${one.visit.requestId}${one.visit.from.toString()}`}
            placed={one}
            top={top}
            page={page}
          />
        ))}
        {blocks.map((one) => (
          <VisitBlock key={one.visit.id} placed={one} top={top} page={page} />
        ))}
        {isToday && now >= top && now <= bottom && (
          <span className="cal-now" aria-hidden="true" style={vars({ a: now - top })} />
        )}
      </div>
    </section>
  )
}

/** The day, leading to its own view, or on that view the consultant. */
function ColumnName({ column: { day, person }, page }: { column: Column; page: CalendarView }) {
  const t = text('calendar')
  const name = dayLong(day, page.zone)
  const past = day.until(page.today, { largestUnit: 'days' }).days > 0
  return (
    <div className="cal-name">
      {page.view === 'day' && person ? (
        <a className="reach" data-stop="-1" href={paths.today(day.toString(), person.id)}>
          <b dir="auto">{person.name}</b>
        </a>
      ) : (
        <a
          className="reach"
          data-stop="-1"
          data-day=""
          href={paths.calendar({ view: 'day', day: day.toString(), who: page.who })}
          aria-label={name}
        >
          {weekdayShort(day, page.zone)} <b>{day.day}</b>
        </a>
      )}
      {!past && (
        <IconLink
          icon={Plus}
          label={
            person && page.view === 'day' ? t('bookWith', { name: person.name }) : t('bookOn', { day: name })
          }
          href={paths.newVisit({ day: day.toString(), consultant: person?.id ?? page.who })}
          data-book=""
        />
      )}
    </div>
  )
}

type ShadeProps = { shade: Shade; top: number; bottom: number }

function ShadeBlock({ shade: { kind, name, ...span }, top, bottom }: ShadeProps) {
  const t = text('calendar')
  const [from, until] = [Math.max(span.from, top), Math.min(span.until, bottom)]
  if (until <= from) return null
  const word = kind === 'closed' ? name || t('shade.closed') : kind === 'off' ? '' : t(`shade.${kind}`)
  return (
    <span className={`cal-shade is-${kind}`} style={vars({ a: from - top, d: until - from })}>
      {word !== '' && <small dir="auto">{word}</small>}
    </span>
  )
}
