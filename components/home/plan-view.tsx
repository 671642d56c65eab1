import { AnimalSwitch } from './animal-switch'
import { ButtonLink } from '@/components/ui/button'
import { Printer } from '@/components/ui/icons'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { Disclosure } from '@/components/ui/disclosure'
import { wayOf } from '@/components/progress/way'
import type { OwnerPlan } from '@/lib/domain/home/pages'
import type { Stage } from '@/lib/domain/protocol/protocol'
import { stageOf } from '@/lib/domain/protocol/stage'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { OutcomePart } from '@/components/plan/outcome'
import { OwnerSafety } from './owner-safety'
import { Indoors } from './way'

/** Every step with what it asks; the one we are in is open. */
export function PlanView({ plan }: { plan: OwnerPlan }) {
  const t = text('home')
  const { animals, animal, progress, safety, zone } = plan
  if (!animal) return <EmptyState title={t('empty.title')}>{t('empty.lead')}</EmptyState>
  const { standing } = progress
  return (
    <div className="owner-plan">
      <AnimalSwitch animals={animals} current={animal.id} href={paths.homePlan} />
      <header className="page-head">
        <div>
          <h1 className="page-title">{t('plan.title', { name: animal.name })}</h1>
          <p dir="auto">{standing ? standing.goal : t('plan.none')}</p>
        </div>
        <p className="page-acts">
          <ButtonLink href={paths.fridgeSheet(animal.id)} icon={Printer}>
            {text('paper')('open.fridge')}
          </ButtonLink>
          <ButtonLink look="plain" href={paths.searchSheet(animal.id)}>
            {text('paper')('open.lost')}
          </ButtonLink>
        </p>
      </header>
      <div className="stack">
        {standing?.status === 'completed' && <OutcomePart standing={standing} zone={zone} />}
        {standing && <Steps standing={standing} coat={animal.coat} name={animal.name} />}
        {safety && <OwnerSafety safety={safety} name={animal.name} zone={zone} />}
      </div>
    </div>
  )
}

function Steps({ standing, coat, name }: { standing: AnimalStanding; coat: string; name: string }) {
  const t = text('home')
  const way = wayOf(standing, coat)
  if (!way) {
    return (
      <Section title={t('way.indoorTitle', { name })}>
        <Indoors items={standing.protocol.alternative.items} />
      </Section>
    )
  }
  return (
    <ol className="plan-steps">
      {way.stages.map(({ key, name: stageName, state }) => {
        const stage = stageOf(standing.protocol, key)
        const here = state === 'here'
        return (
          <li key={key} className={`is-${state}`} aria-current={here ? 'step' : undefined}>
            <h2>{stageName}</h2>
            <p className="tiny">
              {here
                ? t('plan.here', { name, n: standing.dayInStage })
                : state === 'done'
                  ? text('ui')('journey.done')
                  : stage && t('plan.days', { n: stage.minDays })}
              {stage?.gate && state !== 'done' && ` · ${t('plan.gate')}`}
            </p>
            {stage &&
              (here ? (
                <StageAsks stage={stage} />
              ) : (
                <Disclosure summary={t('plan.asks')}>
                  <StageAsks stage={stage} />
                </Disclosure>
              ))}
          </li>
        )
      })}
    </ol>
  )
}

function StageAsks({ stage }: { stage: Stage }) {
  const t = text('home')
  return (
    <>
      <p className="said">{stage.homework}</p>
      <dl className="facts facts-stacked">
        <dt>{t('plan.dose')}</dt>
        <dd>{stage.dose}</dd>
        <dt>{t('plan.done')}</dt>
        <dd>{stage.advance}</dd>
      </dl>
    </>
  )
}
