import { Form } from '@/components/form/form'
import { ChoiceField, HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { consentKinds } from '@/lib/domain/client/consents'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = {
  action: FormAction
  clientId: string
  /** ISO day of today. */
  today: string
  mainPerson: string
}

/** One yes or no, with its day and who said it. */
export function ConsentForm({ action, clientId, today, mainPerson }: Props) {
  const t = text('client')
  return (
    <Form
      action={action}
      schema="consent"
      label={t('consent.write')}
      className="form"
      defaults={{ givenOn: today, givenBy: mainPerson }}
    >
      <HiddenField name="clientId" value={clientId} />
      <ChoiceField
        name="kind"
        label={t('consent.kind')}
        options={consentKinds.map((value) => ({ value, label: t(`consent.${value}`) }))}
      />
      <ChoiceField
        name="given"
        label={t('consent.given')}
        options={[
          { value: 'yes', label: t('consent.saidYes') },
          { value: 'no', label: t('consent.saidNo') },
        ]}
      />
      <div className="field-pair">
        <TextField name="givenBy" label={t('consent.givenBy')} required autoComplete="off" />
        <TextField name="givenOn" label={t('consent.givenOn')} type="date" max={today} required />
      </div>
      <div className="form-acts">
        <Submit>{t('consent.submit')}</Submit>
        <ButtonLink look="plain" href={paths.client(clientId)}>
          {t('edit.cancel')}
        </ButtonLink>
      </div>
    </Form>
  )
}
