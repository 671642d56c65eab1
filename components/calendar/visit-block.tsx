import { ServiceMark } from '@/components/service/service-mark'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { Placed } from '@/lib/domain/scheduling/week'
import type { CalendarVisit } from '@/lib/domain/visit/pages'
import { canMove } from '@/lib/domain/visit/status'
import { minutes, time, timeRange } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import type { CalendarView } from './types'
import { vars } from './vars'

type Props = { placed: Placed<CalendarVisit>; top: number; page: CalendarView }

/** A visit as a block of time with the sign of its service, and the ways there and home as thin hatched ones. */
export function VisitBlock({
  placed: { visit, start, length, travel, homeward, lane, lanes },
  top,
  page,
}: Props) {
  const t = text('calendar')
  const over = visit.until.epochMilliseconds < page.now.epochMilliseconds
  const across = { l: lane / lanes, w: 1 / lanes }
  const many = page.who === undefined && page.trainers.length > 1 && page.view !== 'day'
  const looks = [
    `mark-${visit.mark}`,
    over && 'is-over',
    visit.place === 'remote' && 'is-call',
    length < 40 && 'is-short',
  ]
  // Time is told on the practice's wall here: a home in another zone is moved by its form.
  const movable = canMove(visit.status) && visit.zone === page.zone
  const lines = [
    many ? visit.consultantName : '',
    visit.status === 'booked' ? '' : text('visit')(`status.${visit.status}`),
    visit.zone === page.zone ? '' : t('there', { time: time(visit.from, visit.zone) }),
  ].filter((line) => line !== '')
  return (
    <>
      {travel > 0 && (
        <span className="cal-drive" style={vars({ a: start - travel - top, d: travel, ...across })} />
      )}
      <a
        className={`cal-block ${looks.filter(Boolean).join(' ')}`}
        href={paths.visit(visit.id)}
        style={vars({ a: start - top, d: length, ...across })}
        data-stop={start}
        draggable={movable}
        {...(canMove(visit.status) ? { 'data-move': paths.moveVisit(visit.id) } : {})}
        {...(movable ? { 'data-drag': visit.consultantId } : {})}
      >
        <b>
          <ServiceMark mark={visit.mark} />{' '}
          <span dir="auto">{visit.animals.join(' & ') || visit.household}</span>
        </b>
        <span className="cal-when">{timeRange(visit.from, visit.until, page.zone)}</span>
        {lines.map((line) => (
          <span key={line} dir="auto" className="cal-line">
            {line}
          </span>
        ))}
        <VisuallyHidden>
          {[visit.serviceName, travel > 0 ? t('drive', { drive: minutes(travel) }) : '']
            .filter(Boolean)
            .join(', ')}
        </VisuallyHidden>
      </a>
      {homeward > 0 && (
        <span
          className="cal-drive is-home"
          style={vars({ a: start + length - top, d: homeward, ...across })}
        />
      )}
    </>
  )
}
