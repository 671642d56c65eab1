import { DayChart, plotRoom } from '@/components/chart/day-chart'
import { placed } from '@/components/chart/day-scale'
import { ChartKey } from '@/components/chart/marks'
import { evenScale } from '@/components/chart/value-scale'
import { markOf } from '@/components/session/session-list'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { SessionMark } from '@/components/ui/session-mark'
import { bodyLevels } from '@/lib/domain/observation/vocabulary'
import { testimoniesOf, witnessOf, type WitnessGap } from '@/lib/domain/progress/witnesses'
import { text } from '@/lib/format/text'
import type { Drawn } from './drawn'
import { SessionTable } from './session-table'
import { WitnessSummary } from './witness-summary'
import { bodyWord, gapSays, witnessesSay } from './witness-says'

const shapeOf = { consultant: 'square', owner: 'ring' } as const

/** The same animal as the consultant and as the owner tapped it. A lasting gap is named, never scored. */
export function WitnessSection({ drawn, gap }: { drawn: Drawn; gap: WitnessGap | null }) {
  const t = text('progress')
  const { scale, plan, redDays } = drawn
  const testimonies = testimoniesOf(plan.sessions)
  return (
    <Section title={t('witness.title')}>
      {gap && (
        <div className="pt-3">
          <Notice title={t('witness.gapTitle')}>
            <p>{gapSays(gap, drawn)}</p>
            <p className="small quiet">{t('witness.gapSmall', gap.counts)}</p>
          </Notice>
        </div>
      )}
      <DayChart
        label={t('witness.label')}
        says={witnessesSay(testimonies)}
        scale={scale}
        values={evenScale(
          bodyLevels.map(({ level }) => level),
          plotRoom,
        )}
        nameOf={bodyWord}
        spans={plan.spans}
        points={placed(scale, plan.sessions, ({ day }) => day).map(({ thing, at }) => ({
          key: thing.id,
          at,
          value: thing.tapped,
          shape: shapeOf[witnessOf(thing)],
        }))}
        redDays={redDays}
        legend={
          <>
            <ChartKey
              items={testimonies.map(({ witness }) => ({
                shape: shapeOf[witness],
                label: t(`witness.${witness}`),
              }))}
            />
            <WitnessSummary testimonies={testimonies} />
          </>
        }
        table={
          <SessionTable
            drawn={drawn}
            caption={t('witness.label')}
            sessions={plan.sessions}
            columns={[
              { head: t('witness.who'), cell: (session) => t(`witness.${witnessOf(session)}`) },
              { head: t('witness.tapped'), cell: ({ tapped }) => bodyWord(tapped) },
              { head: t('kind'), cell: ({ kind }) => <SessionMark kind={markOf(kind)} /> },
            ]}
          />
        }
      />
    </Section>
  )
}
