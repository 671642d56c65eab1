import { Form } from '@/components/form/form'
import { HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import type { FormAction } from '@/lib/domain/result/form-state'
import { usualDays } from '@/lib/domain/share/link'
import { text } from '@/lib/format/text'
import { DaysField } from './days-field'
import { MadeLink } from './made-link'

/** For whom, and for how long. The link itself is shown once, in the answer. */
export function ShareForm({ action, animalId }: { action: FormAction; animalId: string }) {
  const t = text('share')
  return (
    <Form
      action={action}
      schema="shareLink"
      label={t('make.button')}
      className="form"
      defaults={{ days: String(usualDays) }}
    >
      <HiddenField name="animalId" value={animalId} />
      <MadeLink
        words={{
          title: t('madeTitle'),
          address: t('address'),
          copy: t('copy'),
          copied: t('copied'),
          qr: t('qr'),
        }}
      >
        <TextField name="label" label={t('make.label')} hint={t('make.labelHint')} />
        <DaysField label={t('make.days')} hint={t('make.daysHint')} />
        <div className="form-acts">
          <Submit>{t('make.button')}</Submit>
        </div>
      </MadeLink>
    </Form>
  )
}
