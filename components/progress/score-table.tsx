import type { Temporal } from 'temporal-polyfill'
import { Table } from '@/components/ui/table'
import { compareDays } from '@/lib/domain/progress/session'
import { dayShort, monthDay } from '@/lib/format/dates'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import type { Drawn } from './drawn'

/** Every day with an assessment, a change of stage, a rest or a red flag, newest first; a score leads to its panel. */
export function ScoreTable({ drawn: { animalId, plan, redDays, stageName } }: { drawn: Drawn }) {
  const t = text('progress')
  const changed = plan.spans.map(({ from, name }) => ({
    day: from,
    what: t('score.entered', { stage: name }),
  }))
  const flagged = redDays.map((day) => ({ day, what: t('score.redFlag') }))
  const rested = plan.rests.map(({ from, until }) => ({
    day: from,
    what: t('score.rests', { date: monthDay(until, 'UTC') }),
  }))
  const happened = [...changed, ...flagged, ...rested]
  const days = uniqueDays([...plan.scores.map(({ asOf }) => asOf), ...happened.map(({ day }) => day)])
  return (
    <Table
      caption={t('score.tableCaption')}
      head={[t('day'), t('stage'), t('score.score'), t('score.confidence'), t('score.happened')]}
      rows={days.map((day) => {
        const stored = plan.scores.find(({ asOf }) => asOf.equals(day))
        const what = happened.filter((one) => one.day.equals(day)).map((one) => one.what)
        return {
          key: day.toString(),
          cells: [
            dayShort(day, 'UTC'),
            stored ? stageName(stored.stageKey) : '',
            stored && (
              <a key="score" href={paths.pastReadiness(animalId, stored.id)}>
                {stored.score ?? t('score.noScore')}
              </a>
            ),
            stored && t('score.confidenceOf', { percent: Math.round(stored.confidence * 100) }),
            listOf(what),
          ],
        }
      })}
    />
  )
}

const uniqueDays = (days: readonly Temporal.PlainDate[]): Temporal.PlainDate[] =>
  [...new Map(days.map((day) => [day.toString(), day])).values()].sort((a, b) => compareDays(b, a))
