import { Form } from '@/components/form/form'
import { ChipsField, HiddenField, SelectField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import type { FormAction } from '@/lib/domain/result/form-state'
import { mostOccurrences } from '@/lib/domain/scheduling/series'
import { usual, weekdayKeys, type SeriesQuery } from '@/lib/domain/series/schema'
import type { BookingForm } from '@/lib/domain/visit/pages'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { WorkedAnimalsField } from './worked-animals-field'

type Props = { form: BookingForm; asked: SeriesQuery; action: FormAction }

/** Every so many weeks, on which days, until when; what it comes to is shown before anything is booked. */
export function SeriesForm({ form, asked, action }: Props) {
  const t = text('series')
  const visit = text('visit')
  const days = text('working')
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  const defaults = {
    animalIds: asked.animals?.split(',') ?? form.animals.map(({ id }) => id),
    serviceId: form.serviceId,
    consultantId: form.trainers.find(({ id }) => id === form.consultantId)?.id ?? form.trainers[0]?.id,
    day: asked.day,
    time: asked.time,
    everyWeeks: asked.weeks ?? String(usual.everyWeeks),
    weekdays: asked.on?.split(',') ?? [],
    count: asked.count ?? (asked.until ? undefined : String(usual.count)),
    until: asked.until,
  }
  const { day, time, service, consultant } = asked
  return (
    <Form action={action} schema="series" label={t('title')} defaults={defaults} className="form">
      <p className="field-hint">{t('lead')}</p>
      <HiddenField name="clientId" value={form.client.id} />
      <WorkedAnimalsField animals={form.animals} />
      <SelectField name="serviceId" label={visit('book.service')} options={named(form.services)} />
      <SelectField name="consultantId" label={visit('book.consultant')} options={named(form.trainers)} />
      <div className="field-pair">
        <TextField name="day" type="date" label={t('form.first')} required />
        <TextField name="time" type="time" step={300} label={visit('book.time')} required />
      </div>
      <ChipsField
        name="weekdays"
        label={t('form.weekdays')}
        hint={t('form.weekdaysHint')}
        options={weekdayKeys.map((key) => ({ value: key, label: days(`week.day.${key}`) }))}
      />
      <TextField name="everyWeeks" type="number" min={1} max={52} label={t('form.everyWeeks')} />
      <div className="field-pair">
        <TextField name="count" type="number" min={1} max={mostOccurrences} label={t('form.count')} />
        <TextField name="until" type="date" label={t('form.until')} />
      </div>
      <div className="form-acts">
        <Submit>{t('form.look')}</Submit>
        <ButtonLink
          look="plain"
          href={paths.newVisit({ client: form.client.id, day, time, service, consultant })}
        >
          {t('single')}
        </ButtonLink>
      </div>
    </Form>
  )
}
