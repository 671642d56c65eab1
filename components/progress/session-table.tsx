import type { ReactNode } from 'react'
import { Table } from '@/components/ui/table'
import type { ProgressSession } from '@/lib/domain/progress/session'
import { dayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import type { Drawn } from './drawn'

type Column = { head: string; cell: (session: ProgressSession) => ReactNode }

/** Sessions newest first, each a link to its own page, with its stage and what the chart above draws. */
export function SessionTable({
  drawn: { animalId },
  caption,
  sessions,
  columns,
}: {
  drawn: Drawn
  caption: string
  sessions: readonly ProgressSession[]
  columns: readonly Column[]
}) {
  const t = text('progress')
  return (
    <Table
      caption={caption}
      head={[t('day'), t('stage'), ...columns.map(({ head }) => head)]}
      rows={[...sessions].reverse().map((session) => ({
        key: session.id,
        cells: [
          <a key="day" className="nb" href={paths.session(animalId, session.id)}>
            {dayShort(session.day, 'UTC')}
          </a>,
          session.stageKey,
          ...columns.map(({ cell }) => cell(session)),
        ],
      }))}
    />
  )
}
