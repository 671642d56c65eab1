import { Form } from '@/components/form/form'
import { HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

/** Before a link opens: whose page it is, and the PIN. Nothing of the animal yet. */
export function PinForm({ token, action }: { token: string; action: FormAction }) {
  const t = text('share')
  return (
    <>
      <h1>{t('pin.title')}</h1>
      <p>{t('pin.lead')}</p>
      <Form action={action} schema="linkPin" label={t('pin.title')} className="form">
        <HiddenField name="token" value={token} />
        <TextField name="pin" label={t('pin.field')} inputMode="numeric" autoComplete="off" required />
        <div className="form-acts">
          <Submit className="btn-big btn-wide">{t('pin.open')}</Submit>
        </div>
      </Form>
    </>
  )
}
