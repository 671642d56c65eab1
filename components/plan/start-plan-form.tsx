import { Form } from '@/components/form/form'
import { ChoiceField, HiddenField, SelectField, TextArea, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { goalRisks } from '@/lib/domain/plan/words'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = {
  animalId: string
  protocol: Protocol
  action: FormAction
  cancelHref: string
  /** Back to the choice, where there is one. */
  otherHref: string | undefined
}

/** Goal in the household's words, where to begin and how slowly, in the protocol that was chosen. */
export function StartPlanForm({ animalId, protocol, action, cancelHref, otherHref }: Props) {
  const t = text('plan')
  const { key, name, version, stages } = protocol
  return (
    <Form
      action={action}
      schema="startPlan"
      label={t('startSubmit')}
      className="form"
      defaults={{ stageKey: stages[0]?.key, minDaysFactor: '1' }}
    >
      <HiddenField name="animalId" value={animalId} />
      <HiddenField name="protocolKey" value={key} />
      <p className="small">
        <bdi>{t('inProtocol', { name, version })}</bdi>{' '}
        <a className="reach" href={otherHref ?? paths.protocols()}>
          {t(otherHref === undefined ? 'protocolLibrary' : 'otherProtocol')}
        </a>
      </p>
      <TextArea name="goal" label={t('field.goal')} hint={t('field.goalHint')} rows={2} required />
      <ChoiceField
        name="goalRisk"
        label={t('field.goalRisk')}
        look="rows"
        options={goalRisks.map((value) => ({
          value,
          label: t(`goalRisk.${value}`),
          hint: t(`goalRiskSay.${value}`),
        }))}
      />
      <SelectField
        name="stageKey"
        label={t('field.stageKey')}
        hint={t('field.stageKeyHint')}
        options={stages.map((stage) => ({ value: stage.key, label: `${stage.key} · ${stage.name}` }))}
      />
      <TextField
        name="lateStartReason"
        label={t('field.lateStartReason')}
        hint={t('field.lateStartReasonHint')}
      />
      <TextField
        name="minDaysFactor"
        label={t('field.minDaysFactor')}
        hint={t('field.minDaysFactorHint')}
        inputMode="decimal"
        className="field-short"
      />
      <div className="form-acts">
        <Submit>{t('startSubmit')}</Submit>
        <ButtonLink href={cancelHref} look="plain">
          {t('leave')}
        </ButtonLink>
      </div>
    </Form>
  )
}
