import { State } from '@/components/ui/state'
import { Table } from '@/components/ui/table'
import type { AssessmentHistory, KeptRow } from '@/lib/domain/standing/history'
import { dayAndTime } from '@/lib/format/dates'
import { inSentence } from '@/lib/format/in-sentence'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** The kept assessments as lines, newest first, each a link to the panel as it was. */
export function HistoryList({ history, zone }: { history: AssessmentHistory; zone: string }) {
  const t = text('readiness')
  return (
    <Table
      caption={t('history.caption')}
      folds
      head={(['when', 'cause', 'score', 'recommendation'] as const).map((key) => t(`history.column.${key}`))}
      rows={history.rows.map((row) => ({
        key: row.id,
        cells: [
          <a key="when" className="reach nb" href={paths.pastReadiness(history.animalId, row.id)}>
            {dayAndTime(row.computedAt, zone)}
          </a>,
          <bdi key="cause">{causeWords(row)}</bdi>,
          scoreWords(row),
          row.recommendation ? <State key="is" is={row.recommendation} /> : '–',
        ],
      }))}
    />
  )
}

function scoreWords({ score, band }: KeptRow): string {
  const t = text('readiness')
  return score === null || band === null
    ? t('noScore')
    : t('history.score', { score, band: inSentence(t(`band.${band}`)) })
}

/** What it was computed for, and whose doing that was. */
export function causeWords({ cause, byName, decision }: KeptRow): string {
  const t = text('readiness')
  const decided = decision && t.has(`history.decided.${decision}`) ? t(`history.decided.${decision}`) : null
  const what = decided ? `${t(`history.cause.${cause}`)} (${decided})` : t(`history.cause.${cause}`)
  return byName ? t('history.causeBy', { cause: what, name: byName }) : what
}
