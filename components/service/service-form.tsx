import { Form } from '@/components/form/form'
import { ChoiceField, HiddenField, TextArea, TextField, TickField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Section } from '@/components/ui/section'
import { serviceMarks } from '@/lib/domain/service/marks'
import { servicePlaces } from '@/lib/domain/service/schema'
import { serviceFields, type Service } from '@/lib/domain/service/service'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { ServiceMark } from './service-mark'

type Props = { service?: Service; currency: string; action: FormAction }

/** A service: what it is, what it asks of a day, how it is booked, what the owner is told. */
export function ServiceForm({ service, currency, action }: Props) {
  const [t, s] = [text('visit'), text('settings')]
  const defaults = service ? serviceFields(service) : { place: 'home', mark: 'circle', horizonDays: '90' }
  const label = service ? t('services.editTitle', { name: service.name }) : t('services.add')
  const number = (name: string, key: string, unit: string, most: number) => (
    <TextField
      name={name}
      type="number"
      inputMode="numeric"
      min={0}
      max={most}
      label={s(`service.${key}`)}
      hint={s(`service.${key}Hint`)}
      unit={s(`service.${unit}`)}
    />
  )
  return (
    <Form action={action} schema="service" label={label} defaults={defaults} className="form rooms">
      {service && <HiddenField name="id" value={service.id} />}
      {service && <HiddenField name="version" value={String(service.version)} />}
      <div className="form">
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
      </div>
      <Section title={s('service.around')}>
        <div className="field-pair">
          {number('setupMinutes', 'setup', 'min', 120)}
          {number('wrapupMinutes', 'wrapup', 'min', 120)}
          {number('maxTravelMinutes', 'travel', 'min', 180)}
        </div>
      </Section>
      <Section title={s('service.booking')}>
        <div className="form">
          <div className="field-pair">
            {number('noticeHours', 'notice', 'hours', 1440)}
            {number('horizonDays', 'horizon', 'days', 730)}
          </div>
          <TickField name="ownerMayBook" label={s('service.ownerMayBook')} />
        </div>
      </Section>
      <Section title={s('service.owner')}>
        <div className="form">
          <TextArea
            name="preparation"
            rows={5}
            label={s('service.preparation')}
            hint={s('service.preparationHint')}
          />
          <TextField
            name="price"
            inputMode="decimal"
            label={s('service.priceLabel', { currency })}
            hint={s('service.priceHint')}
            className="field-short"
          />
          <TickField name="priceShown" label={s('service.priceShown')} />
        </div>
      </Section>
      <Section title={s('service.look')}>
        <ChoiceField
          name="mark"
          label={s('service.mark')}
          options={serviceMarks.map((mark) => ({
            value: mark,
            label: s(`service.marks.${mark}`),
            picture: <ServiceMark mark={mark} />,
          }))}
        />
      </Section>
      <div className="form-acts">
        <Submit>{t('services.save')}</Submit>
      </div>
    </Form>
  )
}
