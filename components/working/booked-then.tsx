import type { Temporal } from 'temporal-polyfill'
import { dayShort, time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export type BookedVisit = {
  id: string
  localStart: Temporal.PlainDateTime
  household: string
  consultant: string
}

/** Visits that stand where nobody works, each a link to deciding about it. */
export function BookedThen({
  visits,
  said,
  named,
}: {
  visits: readonly BookedVisit[]
  said: string
  named?: boolean
}) {
  const t = text('working')
  if (visits.length === 0) return null
  return (
    <div className="notice on-amber booked-then">
      <p className="notice-title">{said}</p>
      <ul>
        {visits.map(({ id, localStart, household, consultant }) => {
          const when = `${dayShort(localStart.toPlainDate(), 'UTC')}, ${time(localStart, 'UTC')}`
          return (
            <li key={id}>
              <a href={paths.visit(id)}>
                <bdi>{t(named ? 'visitLineOf' : 'visitLine', { when, household, consultant })}</bdi>
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
