import { Form } from '@/components/form/form'
import { HiddenField, SelectField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { zoneHere } from '@/lib/format/zones'
import { zoneOptions } from './zone-options'

/** The first practice and its owner, in four answers. */
export function SetUpForm({ action, token }: { action: FormAction; token: string }) {
  const t = text('signIn')
  return (
    <Form
      action={action}
      schema="setUp"
      label={t('setUp.title')}
      className="form porch-form"
      defaults={{ zone: zoneHere() }}
    >
      <HiddenField name="token" value={token} />
      <TextField name="practice" label={t('setUp.practice')} autoComplete="organization" required />
      <SelectField name="zone" label={t('setUp.zone')} options={zoneOptions()} />
      <TextField name="name" label={t('setUp.name')} autoComplete="name" required />
      <TextField
        name="email"
        type="email"
        label={t('setUp.email')}
        hint={t('setUp.emailHint')}
        autoComplete="email"
        required
      />
      <Submit className="btn-wide">{t('setUp.submit')}</Submit>
    </Form>
  )
}
