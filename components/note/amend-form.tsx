import { Form } from '@/components/form/form'
import { HiddenField, TextArea, TextField, TickField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

/** A dated addition to what was signed. */
export function AmendForm({ visitId, action }: { visitId: string; action: FormAction }) {
  const t = text('note')
  return (
    <Form action={action} schema="amendment" label={t('amend')} className="form" defaults={{ shown: 'on' }}>
      <HiddenField name="visitId" value={visitId} />
      <TextArea name="body" label={t('amendBody')} rows={4} />
      <TextField name="reason" label={t('amendReason')} />
      <TickField name="shown" label={t('amendShown')} />
      <div className="form-acts">
        <Submit>{t('amendSave')}</Submit>
      </div>
    </Form>
  )
}
