import type { AskedTime } from '@/lib/domain/request/pages'
import type { Placed } from '@/lib/domain/scheduling/week'
import { timeRange } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import type { CalendarView } from './types'
import { vars } from './vars'

type BlockProps = { placed: Placed<AskedTime>; top: number; page: CalendarView }

/** A time that a household asks for: dashed, behind the visits, and a way to answer. */
export function AskedBlock({ placed, top, page }: BlockProps) {
  const { visit: asked, start, length, lane, lanes } = placed
  const across = { l: lane / lanes, w: 1 / lanes }
  return (
    <a
      className="cal-asked no-print"
      href={paths.request(asked.requestId)}
      style={vars({ a: start - top, d: length, ...across })}
      data-stop={start}
    >
      <b dir="auto">{nameOf(asked)}</b> <span>{timeRange(asked.from, asked.until, page.zone)}</span>{' '}
      <span>{text('calendar')('asked')}</span>
    </a>
  )
}

/** The same in the list of a day. */
export function AskedLine({ asked, page }: { asked: AskedTime; page: CalendarView }) {
  const who = page.trainers.find(({ id }) => id === asked.consultantId)?.name
  return (
    <li className="is-asked no-print">
      <time dateTime={asked.from.toString()}>{timeRange(asked.from, asked.until, page.zone)}</time>
      <div>
        <a className="reach no-underline" href={paths.request(asked.requestId)} data-stop="">
          <b dir="auto">{nameOf(asked)}</b>
        </a>
        <p className="tiny" dir="auto">
          {text('calendar')('asksFor', { service: asked.serviceName, who: who ?? '' })}
        </p>
      </div>
    </li>
  )
}

const nameOf = ({ animals, household }: AskedTime) => animals.join(' & ') || household
