import { Form } from '@/components/form/form'
import { ChoiceField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { roleOptions } from './role-options'

export function InviteForm({ action }: { action: FormAction }) {
  const t = text('settings')
  return (
    <Form
      action={action}
      schema="invitation"
      label={t('invite')}
      defaults={{ role: 'consultant' }}
      className="form"
    >
      <p className="quiet">{t('inviteLead')}</p>
      <TextField name="name" label={t('inviteName')} autoComplete="off" required />
      <TextField name="email" type="email" label={t('inviteEmail')} autoComplete="off" required />
      <ChoiceField name="role" label={t('inviteRole')} look="rows" options={roleOptions()} />
      <Submit>{t('inviteSubmit')}</Submit>
    </Form>
  )
}
