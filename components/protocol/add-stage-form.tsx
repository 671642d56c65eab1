import { Form } from '@/components/form/form'
import { HiddenField, SelectField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import type { Stage } from '@/lib/domain/protocol/protocol'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

/** A new stage begins with its key, its name and its place; its own form asks for the rest. */
export function AddStageForm({
  draftId,
  stages,
  action,
}: {
  draftId: string
  stages: readonly Stage[]
  action: FormAction
}) {
  const t = text('protocol')
  return (
    <Form
      action={action}
      schema="newStage"
      label={t('addTitle')}
      className="form form-part"
      defaults={{ after: stages.at(-1)?.key }}
    >
      <HiddenField name="draftId" value={draftId} />
      <TextField name="key" label={t('addKey')} hint={t('addKeyHint')} className="field-short" required />
      <TextField name="name" label={t('addName')} required />
      <SelectField
        name="after"
        label={t('addAfter')}
        empty={t('atTheBeginning')}
        options={stages.map(({ key, name }) => ({ value: key, label: `${key} · ${name}` }))}
      />
      <div className="form-acts">
        <Submit look="quiet">{t('addSubmit')}</Submit>
      </div>
    </Form>
  )
}
