import { Form } from '@/components/form/form'
import { ChipsField, HiddenField, SelectField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { WorkedAnimalsField } from '@/components/visit/worked-animals-field'
import type { FormAction } from '@/lib/domain/result/form-state'
import { weekdayKeys } from '@/lib/domain/series/schema'
import type { WaitForm as Page } from '@/lib/domain/waiting/pages'
import { minutes } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

type Props = { page: Page; untilDay: string; action: FormAction }

/** What somebody waits for, and when it could be. */
export function WaitForm({ page: { clientId, animals, services }, untilDay, action }: Props) {
  const t = text('waiting')
  const days = text('working')
  const defaults = {
    animalIds: animals.map(({ id }) => id),
    serviceId: services[0]?.id,
    untilDay,
  }
  return (
    <Form action={action} schema="wait" label={t('own.wait')} defaults={defaults} className="form">
      <HiddenField name="clientId" value={clientId} />
      <SelectField
        name="serviceId"
        label={t('form.service')}
        options={services.map(({ id, name, minutes: length }) => ({
          value: id,
          label: text('request')('own.serviceIs', { name, length: minutes(length) }),
        }))}
      />
      {animals.length > 1 ? (
        <WorkedAnimalsField animals={animals} />
      ) : (
        animals.map(({ id }) => <HiddenField key={id} name="animalIds" value={id} />)
      )}
      <ChipsField
        name="weekdays"
        label={t('form.weekdays')}
        hint={t('form.weekdaysHint')}
        options={weekdayKeys.map((key) => ({ value: key, label: days(`week.day.${key}`) }))}
      />
      <div className="field-pair">
        <TextField name="fromTime" type="time" step={300} label={t('form.fromTime')} />
        <TextField name="untilTime" type="time" step={300} label={t('form.untilTime')} />
      </div>
      <TextField name="untilDay" type="date" label={t('form.untilDay')} required />
      <TextField name="words" label={t('form.words')} hint={t('form.wordsHint')} />
      <div className="form-acts">
        <Submit>{t('form.send')}</Submit>
      </div>
    </Form>
  )
}
