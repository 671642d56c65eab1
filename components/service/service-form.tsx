import { Form } from '@/components/form/form'
import { ChoiceField, HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import type { FormAction } from '@/lib/domain/result/form-state'
import { servicePlaces } from '@/lib/domain/service/schema'
import type { Service } from '@/lib/domain/service/service'
import { text } from '@/lib/format/text'

/** A service: its name, its length, where it takes place. */
export function ServiceForm({ service, action }: { service?: Service; action: FormAction }) {
  const t = text('visit')
  const defaults = service
    ? { name: service.name, minutes: String(service.minutes), place: service.place }
    : { place: 'home' }
  const label = service ? t('services.editTitle', { name: service.name }) : t('services.add')
  return (
    <Form action={action} schema="service" label={label} defaults={defaults} className="form">
      {service && <HiddenField name="id" value={service.id} />}
      {service && <HiddenField name="version" value={String(service.version)} />}
      <TextField name="name" label={t('services.name')} required />
      <TextField
        name="minutes"
        type="number"
        inputMode="numeric"
        min={5}
        max={720}
        step={5}
        label={t('services.minutes')}
        hint={t('services.minutesHint')}
        className="field-short"
        required
      />
      <ChoiceField
        name="place"
        label={t('services.place')}
        options={servicePlaces.map((place) => ({ value: place, label: t(`services.${place}`) }))}
      />
      <div className="form-acts">
        <Submit>{t('services.save')}</Submit>
      </div>
    </Form>
  )
}
