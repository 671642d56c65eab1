import { Flip } from '@/components/ui/tabs'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/section'
import { lastWeeks, rangeWeeks, type OverTime, type RangeWeeks } from '@/lib/domain/progress/over-time'
import { lastingGap } from '@/lib/domain/progress/witnesses'
import { monthDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { CalmSection } from './calm-section'
import { ContextSection } from './context-section'
import { drawnOf } from './drawn'
import { ObstacleSection } from '@/components/obstacle/obstacle-section'
import { LatencySection } from './latency-section'
import { ScoreSection } from './score-section'
import { SignsSection } from './signs-section'
import { WitnessSection } from './witness-section'

/** One animal's plan over its days: the score as it was stored, two witnesses, and what was measured. */
export function OverTimeView({ overTime, weeks }: { overTime: OverTime; weeks: RangeWeeks | null }) {
  const t = text('progress')
  const { animalId, name, today } = overTime
  if (!overTime.plan)
    return (
      <>
        <PageHead title={t('heading', { name })} />
        <EmptyState title={t('none.noPlanTitle')}>{t('none.noPlan', { name })}</EmptyState>
      </>
    )
  const plan = lastWeeks(overTime.plan, weeks)
  const drawn = drawnOf(animalId, name, plan)
  const days = new Set(plan.sessions.map(({ day }) => day.toString())).size
  const span = { from: monthDay(plan.from, 'UTC'), until: monthDay(plan.last, 'UTC') }
  const nothing = plan.sessions.length === 0
  return (
    <>
      <PageHead
        title={<span dir="auto">{t('heading', { name })}</span>}
        lead={nothing ? t('leadNone', span) : t('lead', { sessions: plan.sessions.length, days, ...span })}
      >
        <Flip
          label={t('range.label')}
          current={String(weeks)}
          tabs={[
            { key: 'null', href: paths.animalOverTime(animalId), label: t('range.all') },
            ...[...rangeWeeks].reverse().map((count) => ({
              key: String(count),
              href: paths.animalOverTime(animalId, String(count)),
              label: t(`range.weeks${count}`),
            })),
          ]}
        />
      </PageHead>
      <div className="stack">
        {nothing ? (
          <EmptyState title={t('none.noSessionsTitle')}>{t('none.noSessions')}</EmptyState>
        ) : (
          <>
            {plan.cut && <p className="small quiet">{t('cut')}</p>}
            <ScoreSection drawn={drawn} />
            <div className="cols cols-even">
              <WitnessSection drawn={drawn} gap={lastingGap(overTime.plan.sessions, today)} />
              <CalmSection drawn={drawn} />
              <SignsSection drawn={drawn} />
              <LatencySection drawn={drawn} />
            </div>
            <ContextSection drawn={drawn} />
          </>
        )}
        <ObstacleSection name={name} plan={plan} />
      </div>
    </>
  )
}
