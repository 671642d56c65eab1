import { DayChart, plotRoom } from '@/components/chart/day-chart'
import { placed } from '@/components/chart/day-scale'
import { countTicks, evenScale } from '@/components/chart/value-scale'
import { markOf } from '@/components/session/session-list'
import { Section } from '@/components/ui/section'
import { SessionKey, SessionMark } from '@/components/ui/session-mark'
import { firstAndLast, stressSigns, type Measured } from '@/lib/domain/progress/measured'
import { monthDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import type { Drawn } from './drawn'
import { SessionTable } from './session-table'

/** How many stress signs were ticked in each session, under the kind it was. */
export function SignsSection({ drawn }: { drawn: Drawn }) {
  const t = text('progress')
  const { scale, plan } = drawn
  const counts = stressSigns(plan.sessions)
  return (
    <Section title={t('signs.title')}>
      <DayChart
        label={t('signs.label')}
        says={signsSay(counts)}
        scale={scale}
        values={evenScale(countTicks(counts.map(({ value }) => value)), plotRoom)}
        nameOf={String}
        spans={plan.spans}
        stems
        points={placed(scale, counts, ({ session }) => session.day).map(({ thing, at }) => ({
          key: thing.session.id,
          at,
          value: thing.value,
          shape: markOf(thing.session.kind),
        }))}
        redDays={[]}
        legend={<SessionKey />}
        table={
          <SessionTable
            drawn={drawn}
            caption={t('signs.label')}
            sessions={plan.sessions}
            columns={[
              { head: t('signs.value'), cell: ({ signs }) => signs },
              { head: t('kind'), cell: ({ kind }) => <SessionMark kind={markOf(kind)} /> },
            ]}
          />
        }
      />
    </Section>
  )
}

function signsSay(counts: readonly Measured[]): string {
  const t = text('progress')
  const most = counts.reduce<Measured | null>((a, b) => (b.value > (a?.value ?? 0) ? b : a), null)
  const moved = firstAndLast(counts.map(({ value }) => value))
  return [
    t('signs.says', { n: counts.length, without: counts.filter(({ value }) => value === 0).length }),
    most && t('signs.most', { most: most.value, date: monthDay(most.session.day, 'UTC') }),
    moved && moved.first !== moved.last && t('signs.moved', moved),
  ]
    .filter(Boolean)
    .join(' ')
}
