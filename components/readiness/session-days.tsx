import { dayOfNumber } from '@/lib/domain/time/time'
import { monthDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { sessions: readonly { id: string; day: number }[]; animalId: string }

/** The days of sessions, each a link to its session; nothing where there are none. */
export function SessionDays({ sessions, animalId }: Props) {
  if (sessions.length === 0) return null
  return (
    <>
      {' '}
      <span className="behind-days">
        <span className="vh">{text('readiness')('panel.behind')} </span>
        {sessions.map(({ id, day }) => (
          <a key={id} className="reach" href={paths.session(animalId, id)}>
            {monthDay(dayOfNumber(day), 'UTC')}
          </a>
        ))}
      </span>
    </>
  )
}
