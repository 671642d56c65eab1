import { Form } from '@/components/form/form'
import { HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

/** The six digits of the mail, for whichever device they are typed on. */
export function CodeForm({
  action,
  email,
  next,
}: {
  action: FormAction
  email: string | undefined
  next: string
}) {
  const t = text('signIn')
  return (
    <Form
      action={action}
      schema="signInCode"
      label={t('codePage.title')}
      className="form porch-form"
      defaults={{ email }}
    >
      <TextField name="email" type="email" label={t('email')} autoComplete="email" required />
      <TextField
        name="code"
        label={t('codePage.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        className="code-field"
        required
      />
      <HiddenField name="next" value={next} />
      <Submit className="btn-wide">{t('codePage.submit')}</Submit>
    </Form>
  )
}
