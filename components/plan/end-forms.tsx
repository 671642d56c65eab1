import { Form } from '@/components/form/form'
import { ChipsField, ChoiceField, HiddenField, SelectField, TextArea } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { refuseEnding } from '@/lib/domain/plan/ending'
import { refuseMove } from '@/lib/domain/plan/refusals'
import { canReopen } from '@/lib/domain/plan/state'
import { outcomes } from '@/lib/domain/plan/words'
import { isIntake, restartStage, stageIndex } from '@/lib/domain/protocol/stage'
import type { FormAction } from '@/lib/domain/result/form-state'
import { conditionOf, footingOf } from '@/lib/domain/standing/condition'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { Held } from './held'

type Props = { standing: AnimalStanding; action: FormAction }

/** Ends a pause, or reopens a plan at the review of its indoor programme; nothing while the plan is active. */
export function ResumePart({ standing, action }: Props) {
  const t = text('plan')
  const { state, today } = standing
  if (state.status !== 'paused' && state.status !== 'enrichment') return null
  if (state.status === 'enrichment' && !canReopen(state, today)) {
    const date = state.reviewOn ? dayInYear(state.reviewOn, 'UTC') : ''
    return (
      <Section title={t('resumeTitle')}>
        <p className="small pt-3">{t('notYetLead', { date })}</p>
      </Section>
    )
  }
  return (
    <Section title={t('resumeTitle')}>
      <ResumeForm standing={standing} action={action} />
    </Section>
  )
}

function ResumeForm({ standing, action }: Props) {
  const t = text('plan')
  const { state, protocol, animalId } = standing
  const reopens = state.status === 'enrichment'
  const from = footingOf(standing)
  const start = reopens ? restartStage(protocol, state.stageKey) : from.stage
  const stages = protocol.stages
    .slice(0, stageIndex(protocol, state.stageKey) + 1)
    .filter((stage) => !isIntake(stage))
  const to = start && ({ status: 'active', stage: start } as const)
  return (
    <Form
      action={action}
      schema="resumePlan"
      label={t('resumeTitle')}
      className="form form-part"
      defaults={{ toStageKey: start?.key }}
    >
      <p className="small">{t(reopens ? 'reopenLead' : 'resumeLead')}</p>
      <Held by={to && refuseMove({ from, to, way: 'again' }, conditionOf(standing))} />
      <HiddenField name="animalId" value={animalId} />
      <HiddenField name="seenEntryId" value={standing.entries.at(-1)?.id ?? ''} />
      {reopens && (
        <SelectField
          name="toStageKey"
          label={t('resumeStage')}
          options={stages.map(({ key, name }) => ({ value: key, label: name }))}
        />
      )}
      <TextArea name="reason" label={t('reason')} hint={t('reasonFree')} rows={2} />
      <div className="form-acts">
        <Submit look="quiet">{t('resumeSubmit')}</Submit>
      </div>
    </Form>
  )
}

/** Completes the plan with one of its outcomes: out of the way, since it is rare. */
export function CompletePart({ standing, action }: Props) {
  const t = text('plan')
  const from = footingOf(standing)
  const { ticks, place } = from.stage
  const outdoors = place === 'outdoor'
  const ticked = conditionOf(
    standing,
    ticks.map(({ key }) => key),
  )
  return (
    <Disclosure summary={t('completeTitle')}>
      <Form action={action} schema="completePlan" label={t('completeTitle')} className="form form-part">
        <p className="small quiet">{t('completeLead')}</p>
        <HiddenField name="animalId" value={standing.animalId} />
        <HiddenField name="seenEntryId" value={standing.entries.at(-1)?.id ?? ''} />
        <ChoiceField
          name="outcome"
          label={t('outcomeLabel')}
          hint={t('outcomeHint')}
          look="rows"
          options={outcomes.map((value) => {
            const held = refuseEnding(value, from, ticked)
            const hint = held ? text('readiness')(`refusal.${held}`) : t(`outcome.${value}.when`)
            return { value, label: t(`outcome.${value}.name`), hint }
          })}
        />
        {outdoors && ticks.length > 0 && (
          <ChipsField
            name="ticksSet"
            label={t('ticksForWalks')}
            look="rows"
            options={ticks.map(({ key, label }) => ({ value: key, label }))}
          />
        )}
        <TextArea name="reason" label={t('ownWords')} hint={t('ownWordsHint')} rows={2} required />
        <div className="form-acts">
          <Submit look="quiet">{t('completeSubmit')}</Submit>
        </div>
      </Form>
    </Disclosure>
  )
}
