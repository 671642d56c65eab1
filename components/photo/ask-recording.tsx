import { Form } from '@/components/form/form'
import { ChoiceField, HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

type Props = {
  action: FormAction
  clientId: string
  /** ISO day of today. */
  today: string
  mainPerson: string
  /** Photos were agreed to before: the question is about videos alone. */
  onlyFilms: boolean
}

/** The household's yes or no to photos and videos, asked once, where the first one would be taken. */
export function AskRecording({ action, clientId, today, mainPerson, onlyFilms }: Props) {
  const t = text('photo')
  return (
    <Section title={t('ask.title')}>
      <Form
        action={action}
        schema="consent"
        label={t('ask.title')}
        className="form form-part"
        defaults={{ givenBy: mainPerson }}
      >
        <p>{t(onlyFilms ? 'ask.films' : 'ask.both')}</p>
        <HiddenField name="clientId" value={clientId} />
        <HiddenField name="kind" value="recording" />
        <HiddenField name="givenOn" value={today} />
        <ChoiceField
          name="given"
          label={t('ask.said')}
          options={[
            { value: 'yes', label: t('ask.yes') },
            { value: 'no', label: t('ask.no') },
          ]}
        />
        <TextField name="givenBy" label={t('ask.by')} required autoComplete="off" />
        <div className="form-acts">
          <Submit>{t('ask.submit')}</Submit>
        </div>
      </Form>
    </Section>
  )
}
