import { ActionButton } from '@/components/form/action-button'
import { Form } from '@/components/form/form'
import { HiddenField, SelectField, TextArea } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { canReopen } from '@/lib/domain/plan/state'
import { isIntake, restartStage, stageIndex } from '@/lib/domain/protocol/stage'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

type Props = { standing: AnimalStanding; action: FormAction }

/** Ends a pause, or reopens a plan at the review of its indoor programme; nothing while the plan is active. */
export function ResumePart({ standing, action }: Props) {
  const t = text('plan')
  const { state, protocol, animalId, today } = standing
  if (state.status === 'paused') {
    return (
      <Section title={t('resumeTitle')}>
        <p className="small pt-3">{t('resumeLead')}</p>
        <ActionButton action={action} fields={{ animalId }} className="pt-3">
          {t('resumeSubmit')}
        </ActionButton>
      </Section>
    )
  }
  if (state.status !== 'enrichment') return null
  if (!canReopen(state, today)) {
    const date = state.reviewOn ? dayInYear(state.reviewOn, 'UTC') : ''
    return (
      <Section title={t('resumeTitle')}>
        <p className="small pt-3">{t('notYetLead', { date })}</p>
      </Section>
    )
  }
  const upTo = stageIndex(protocol, state.stageKey)
  const stages = protocol.stages.slice(0, upTo + 1).filter((stage) => !isIntake(stage))
  return (
    <Section title={t('resumeTitle')}>
      <p className="small pt-3">{t('reopenLead')}</p>
      <Form
        action={action}
        schema="resumePlan"
        label={t('resumeTitle')}
        className="form form-part"
        defaults={{ toStageKey: restartStage(protocol, state.stageKey)?.key }}
      >
        <HiddenField name="animalId" value={animalId} />
        <SelectField
          name="toStageKey"
          label={t('resumeStage')}
          options={stages.map(({ key, name }) => ({ value: key, label: name }))}
        />
        <div className="form-acts">
          <Submit>{t('resumeSubmit')}</Submit>
        </div>
      </Form>
    </Section>
  )
}

/** Ends the plan for good: out of the way, since it is rare. */
export function CompletePart({ standing, action }: Props) {
  const t = text('plan')
  return (
    <Disclosure summary={t('completeTitle')}>
      <Form action={action} schema="completePlan" label={t('completeTitle')} className="form form-part">
        <p className="small quiet">{t('completeLead')}</p>
        <HiddenField name="animalId" value={standing.animalId} />
        <TextArea name="reason" label={t('reason')} rows={2} required />
        <div className="form-acts">
          <Submit look="quiet">{t('completeSubmit')}</Submit>
        </div>
      </Form>
    </Disclosure>
  )
}
