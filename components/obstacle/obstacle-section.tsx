import { Section } from '@/components/ui/section'
import { obstaclesByStage, type StageObstacles } from '@/lib/domain/obstacle/by-stage'
import type { PlanOverTime } from '@/lib/domain/progress/over-time'
import { dayLong } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

/** What the household said got in the way of practice, stage by stage; nothing where it said nothing. */
export function ObstacleSection({ name, plan }: { name: string; plan: PlanOverTime }) {
  const t = text('progress')
  const last = plan.told.at(-1)
  if (!last) return null
  return (
    <Section title={t('obstacle.title')}>
      <p className="pt-3">
        {t('obstacle.lead', { days: plan.told.length })}{' '}
        {t('obstacle.last', {
          day: dayLong(last.day, 'UTC'),
          what: t(`obstacle.of.${last.obstacle}`, { name }),
        })}
      </p>
      <div className="circumstances">
        {obstaclesByStage(plan.told, plan.spans).map((stage) => (
          <StageTable key={stage.stageKey} stage={stage} name={name} />
        ))}
      </div>
    </Section>
  )
}

function StageTable({ stage, name }: { stage: StageObstacles; name: string }) {
  const t = text('progress')
  return (
    <table className="outcomes">
      <thead>
        <tr>
          <th scope="col">{stage.name}</th>
          <th scope="col">{t('obstacle.days')}</th>
        </tr>
      </thead>
      <tbody>
        {stage.counts.map(({ obstacle, days }) => (
          <tr key={obstacle}>
            <th scope="row">{t(`obstacle.of.${obstacle}`, { name })}</th>
            <td>{days}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
