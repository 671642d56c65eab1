import { Form } from '@/components/form/form'
import { ChoiceField, HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import type { FormAction } from '@/lib/domain/result/form-state'
import { audiences, type Audience } from '@/lib/domain/share/audience'
import { usualDays, type ShareLinks } from '@/lib/domain/share/link'
import { text } from '@/lib/format/text'
import { DaysField } from './days-field'
import { MadeLink } from './made-link'

type Props = {
  action: FormAction
  shared: ShareLinks
  /** Chosen before, on the way back from a look. */
  chosen: Audience | undefined
  preview: (audience: Audience) => string
}

/** For whom, for how long, and what is asked first. The link itself is shown once, in the answer. */
export function ShareForm({ action, shared: { animal, call, vetClosed }, chosen, preview }: Props) {
  const t = text('share')
  const offered = audiences.filter((one) => one !== 'vet' || !vetClosed)
  return (
    <Form
      action={action}
      schema="shareLink"
      label={t('make.button')}
      className="form share-form"
      defaults={{
        ...{ days: String(usualDays), callName: call.name, callPhone: call.phone },
        ...(chosen && { audience: chosen }),
      }}
    >
      <HiddenField name="animalId" value={animal.id} />
      <MadeLink
        words={{
          title: t('madeTitle'),
          address: t('address'),
          copy: t('copy'),
          copied: t('copied'),
          qr: t('qr'),
        }}
      >
        <ChoiceField
          name="audience"
          label={t('make.audience')}
          look="rows"
          options={offered.map((value) => ({
            value,
            label: t(`audience.${value}.name`),
            hint: t(`audience.${value}.sees`, { name: animal.name }),
          }))}
        />
        {vetClosed && <p className="small quiet">{t('vetClosed')}</p>}
        <p className="share-looks small">
          <span>{t('make.look')}</span>
          {offered.map((value) => (
            <a key={value} href={preview(value)}>
              {t(`audience.${value}.name`)}
            </a>
          ))}
        </p>
        <div className="share-call">
          <TextField name="callName" label={t('make.callName')} />
          <TextField name="callPhone" type="tel" label={t('make.callPhone')} hint={t('make.callHint')} />
        </div>
        <TextField name="label" label={t('make.label')} hint={t('make.labelHint')} />
        <DaysField label={t('make.days')} hint={t('make.daysHint')} />
        <TextField
          name="pin"
          label={t('make.pin')}
          hint={t('make.pinHint')}
          inputMode="numeric"
          autoComplete="off"
          className="field-short"
        />
        <div className="form-acts">
          <Submit>{t('make.button')}</Submit>
        </div>
      </MadeLink>
    </Form>
  )
}
