import { Form } from '@/components/form/form'
import { ChoiceField, HiddenField, SelectField, TextArea, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { BookingForm } from '@/lib/domain/visit/pages'
import { anybody } from '@/lib/domain/visit/schema'
import { minutes } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { Anyway } from './anyway'
import { anywayWords } from './anyway-words'
import { Offers } from './offers'
import { TimesAtOnce } from './times-at-once'
import { WorkedAnimalsField } from './worked-animals-field'

type Props = {
  form: BookingForm
  day: string
  time: string | undefined
  zoneDiffers: boolean
  action: FormAction
}

/** Who, what, when, by whom, and a word to the owner. */
export function BookForm({ form, day, time, zoneDiffers, action }: Props) {
  const t = text('visit')
  const defaults = {
    animalIds: form.animals.map(({ id }) => id),
    serviceId: form.serviceId,
    consultantId: form.consultantId,
    day,
    time,
  }
  return (
    <Form action={action} schema="bookVisit" label={t('book.title')} defaults={defaults} className="form">
      <Offers label={t('free.title')} />
      <Anyway words={anywayWords()} />
      <HiddenField name="clientId" value={form.client.id} />
      <WorkedAnimalsField animals={form.animals} />
      <TimesAtOnce>
        <ChoiceField
          name="serviceId"
          label={t('book.service')}
          look="rows"
          options={form.services.map(({ id, name, minutes: length, place }) => ({
            value: id,
            label: name,
            hint: t(`book.place.${place}`, { length: minutes(length) }),
          }))}
        />
        <div className="field-pair">
          <TextField name="day" type="date" label={t('book.day')} required />
          <TextField
            name="time"
            type="time"
            step={300}
            label={t('book.time')}
            hint={zoneDiffers ? t('book.zone', { zone: form.client.zone }) : undefined}
            required
          />
        </div>
        <SelectField
          name="consultantId"
          label={t('book.consultant')}
          options={[
            ...form.trainers.map(({ id, name }) => ({ value: id, label: name })),
            ...(form.trainers.length > 1 ? [{ value: anybody, label: t('book.anybody') }] : []),
          ]}
        />
        <noscript>
          <button type="submit" name="show" value="yes" className="btn">
            {t('book.show')}
          </button>
        </noscript>
      </TimesAtOnce>
      <TextArea name="message" label={t('book.message')} hint={t('book.messageHint')} />
      <div className="form-acts">
        <Submit>{t('book.submit')}</Submit>
        <ButtonLink look="plain" href={paths.newSeries({ client: form.client.id, day, time })}>
          {text('series')('link')}
        </ButtonLink>
      </div>
    </Form>
  )
}
