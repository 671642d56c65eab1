import { DayChart, plotRoom } from '@/components/chart/day-chart'
import { placed } from '@/components/chart/day-scale'
import { ChartKey } from '@/components/chart/marks'
import { secondsScale } from '@/components/chart/value-scale'
import { Section } from '@/components/ui/section'
import { latencies, type Measured } from '@/lib/domain/progress/measured'
import { duration } from '@/lib/format/duration'
import { text } from '@/lib/format/text'
import type { Drawn } from './drawn'
import { SessionTable } from './session-table'

/** Seconds until it approached the harness and until it ate, where somebody took them. */
export function LatencySection({ drawn }: { drawn: Drawn }) {
  const t = text('progress')
  const { scale, plan, redDays } = drawn
  const { approach, eat } = latencies(plan.sessions)
  const taken = plan.sessions.filter(
    ({ latencyApproachSec, latencyEatSec }) => latencyApproachSec !== null || latencyEatSec !== null,
  )
  const seconds = (value: number | null) => (value === null ? '' : duration(value))
  return (
    <Section title={t('latency.title')}>
      {taken.length === 0 ? (
        <p className="quiet pt-3">{t('latency.none')}</p>
      ) : (
        <DayChart
          label={t('latency.label')}
          says={[
            t('latency.says', { n: taken.length }),
            firstToLast('approach', approach),
            firstToLast('eat', eat),
          ]
            .filter(Boolean)
            .join(' ')}
          scale={scale}
          values={secondsScale(
            [...approach, ...eat].map(({ value }) => value),
            plotRoom,
          )}
          nameOf={duration}
          spans={plan.spans}
          points={placed(scale, taken, ({ day }) => day).flatMap(({ thing, at }) =>
            (
              [
                ['square', thing.latencyApproachSec],
                ['ring', thing.latencyEatSec],
              ] as const
            ).flatMap(([shape, value]) =>
              value === null ? [] : [{ key: `${shape} ${thing.id}`, at, value, shape }],
            ),
          )}
          redDays={redDays}
          legend={
            <ChartKey
              items={[
                { shape: 'square', label: t('latency.approachKey') },
                { shape: 'ring', label: t('latency.eatKey') },
              ]}
              more={t('calm.room')}
            />
          }
          table={
            <SessionTable
              drawn={drawn}
              caption={t('latency.label')}
              sessions={taken}
              columns={[
                { head: t('latency.approachHead'), cell: (session) => seconds(session.latencyApproachSec) },
                { head: t('latency.eatHead'), cell: (session) => seconds(session.latencyEatSec) },
              ]}
            />
          }
        />
      )}
    </Section>
  )
}

function firstToLast(which: 'approach' | 'eat', taken: readonly Measured[]): string {
  const t = text('progress')
  const [first, last] = [taken[0], taken.at(-1)]
  if (!first || !last) return ''
  if (taken.length === 1) return t(`latency.${which}Once`, { last: duration(last.value) })
  return t(`latency.${which}`, { first: duration(first.value), last: duration(last.value) })
}
