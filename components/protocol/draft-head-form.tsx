import { Form } from '@/components/form/form'
import { HiddenField, SelectField, TextArea, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { markOf } from '@/lib/domain/protocol/mark'
import type { DraftPage } from '@/lib/domain/protocol/pages'
import { headDefaults } from '@/lib/domain/protocol/stage-form'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

/** What a protocol is called, and what it offers when an animal says no. */
export function DraftHeadForm({ page, action }: { page: DraftPage; action: FormAction }) {
  const t = text('protocol')
  const { id, draft, published } = page
  const defaults = headDefaults(draft)
  return (
    <Form
      action={action}
      schema="protocolHead"
      label={t('aboutTitle')}
      className="form form-part"
      defaults={defaults}
    >
      <HiddenField name="draftId" value={id} />
      <HiddenField name="version" value={String(markOf(defaults))} />
      <TextField name="name" label={t('field.name')} required />
      {published ? (
        <div className="field">
          <HiddenField name="key" value={draft.key} />
          <p className="field-label">{t('field.key')}</p>
          <p>
            <code>{draft.key}</code>
          </p>
          <p className="field-hint">{t('keyFixed')}</p>
        </div>
      ) : (
        <TextField name="key" label={t('field.key')} hint={t('keyHint')} required />
      )}
      <fieldset className="field">
        <legend className="field-label">{t('alternativeTitle')}</legend>
        <div className="form">
          <div className="field-pair">
            <TextField name="alternative.key" label={t('field.key')} className="field-short" required />
            <TextField name="alternative.name" label={t('field.name')} required />
          </div>
          <TextField name="alternative.when" label={t('field.when')} />
          <TextArea name="alternative.items" label={t('field.items')} hint={t('oneALine')} rows={6} />
          <TextField name="alternative.review" label={t('field.review')} />
          <div className="field-pair">
            <TextField name="alternative.reviewDays" label={t('reviewDays')} inputMode="numeric" required />
            <SelectField
              name="alternative.restartAt"
              label={t('field.restartAt')}
              empty={t('value.firstTrained')}
              options={draft.stages.map(({ key, name }) => ({ value: key, label: `${key} · ${name}` }))}
            />
          </div>
        </div>
      </fieldset>
      <div className="form-acts">
        <Submit>{t('save')}</Submit>
      </div>
    </Form>
  )
}
