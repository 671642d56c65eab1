import { Form } from '@/components/form/form'
import { ChoiceField, HiddenField, SelectField, TextArea, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import type { ProtocolDraft } from '@/lib/domain/protocol/draft'
import { markOf } from '@/lib/domain/protocol/mark'
import { stagePlaces, type Stage } from '@/lib/domain/protocol/protocol'
import { isIntake } from '@/lib/domain/protocol/stage'
import { stageDefaults } from '@/lib/domain/protocol/stage-form'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { draftId: string; draft: ProtocolDraft; stage: Stage; action: FormAction }

/** One stage of a draft, everything it says on one page. What is empty may wait until it is published. */
export function StageForm({ draftId, draft, stage, action }: Props) {
  const t = text('protocol')
  const defaults = stageDefaults(stage)
  const yesNo = (field: 'leash' | 'gate') =>
    ['yes', 'no'].map((value) => ({ value, label: t(`${field}Option.${value}`) }))
  const prose = (field: string, rows = 2) => (
    <TextArea
      name={field}
      label={t(`field.${field}`)}
      rows={rows}
      {...(t.has(`hint.${field}`) && { hint: t(`hint.${field}`) })}
    />
  )
  return (
    <Form
      action={action}
      schema="protocolStage"
      label={t('stageOf', { key: stage.key, name: stage.name })}
      className="form stage-form"
      defaults={defaults}
    >
      <HiddenField name="draftId" value={draftId} />
      <HiddenField name="stageKey" value={stage.key} />
      <HiddenField name="version" value={String(markOf(defaults))} />
      <TextField name="name" label={t('field.name')} required />
      <Section title={t('when')}>
        <div className="form form-part">
          <ChoiceField
            name="place"
            label={t('field.place')}
            options={stagePlaces.map((value) => ({ value, label: t(`placeOption.${value}`) }))}
          />
          <ChoiceField name="leash" label={t('field.leash')} options={yesNo('leash')} />
          <ChoiceField name="gate" label={t('gateLabel')} hint={t('gateHint')} options={yesNo('gate')} />
        </div>
      </Section>
      <Section title={t('howLong')}>
        <div className="form form-part">
          <div className="field-pair">
            <TextField
              name="minDays"
              label={t('field.minDays')}
              hint={t('hint.minDays')}
              inputMode="numeric"
            />
            <TextField
              name="minSessionDays"
              label={t('field.minSessionDays')}
              hint={t('hint.minSessionDays')}
              inputMode="numeric"
            />
          </div>
          <fieldset className="field">
            <legend className="field-label">{t('targetLabel')}</legend>
            <p className="field-hint">{t('hint.target')}</p>
            <div className="field-three">
              <TextField name="targetMinutes" label={t('minutes')} inputMode="numeric" />
              <TextField name="targetSeconds" label={t('seconds')} inputMode="numeric" />
              <TextField name="reps" label={t('field.reps')} inputMode="numeric" />
            </div>
          </fieldset>
          {prose('dose')}
        </div>
      </Section>
      <Section title={t('whatHappens')}>
        <div className="form form-part">
          {prose('entry')}
          {prose('exercises', 5)}
          {prose('signs')}
        </div>
      </Section>
      <Section title={t('whatDecides')}>
        <div className="form form-part">
          {prose('advance')}
          {prose('ticks')}
          {prose('back')}
          <SelectField
            name="stepBackTo"
            label={t('field.stepBackTo')}
            empty={t('value.oneBefore')}
            options={stagesBefore(draft, stage)}
          />
          {prose('stop')}
        </div>
      </Section>
      <Section title={t('forOwner')}>
        <div className="form form-part">{prose('homework', 3)}</div>
      </Section>
      <div className="form-acts">
        <Submit>{t('saveStage')}</Submit>
        <ButtonLink href={paths.protocolDraft(draftId)} look="plain">
          {t('backToDraft')}
        </ButtonLink>
      </div>
    </Form>
  )
}

/** Where a step back may lead; one that is named already stays to be seen, wherever it leads. */
function stagesBefore({ stages }: ProtocolDraft, stage: Stage) {
  const here = stages.findIndex(({ key }) => key === stage.key)
  return stages
    .filter((one, at) => (at < here && !isIntake(one)) || one.key === stage.stepBackTo)
    .map(({ key, name }) => ({ value: key, label: `${key} · ${name}` }))
}
