import { Form } from '@/components/form/form'
import { ChoiceField, HiddenField, SelectField, TextArea, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { goalRisks } from '@/lib/domain/plan/words'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

type Props = { animalId: string; protocols: readonly Protocol[]; action: FormAction; cancelHref: string }

/** Protocol, goal in the household's words, where to begin and how slowly. */
export function StartPlanForm({ animalId, protocols, action, cancelHref }: Props) {
  const t = text('plan')
  const [first] = protocols
  const stages = protocols.flatMap((protocol) =>
    protocol.stages.map(({ key, name }) => ({ value: key, label: `${key} · ${name}` })),
  )
  return (
    <Form
      action={action}
      schema="startPlan"
      label={t('startSubmit')}
      className="form"
      defaults={{ protocolKey: first?.key, stageKey: first?.stages[0]?.key, minDaysFactor: '1' }}
    >
      <HiddenField name="animalId" value={animalId} />
      {protocols.length === 1 && first ? (
        <HiddenField name="protocolKey" value={first.key} />
      ) : (
        <SelectField
          name="protocolKey"
          label={t('field.protocolKey')}
          options={protocols.map(({ key, name }) => ({ value: key, label: name }))}
        />
      )}
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
        options={stages}
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
