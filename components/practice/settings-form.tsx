import { Form } from '@/components/form/form'
import { ChoiceField, HiddenField, SelectField, TextField, TickField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { paperChoices, unitChoices } from '@/lib/domain/practice/schema'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { zoneOptions } from './zone-options'

type Settings = Record<
  | 'name'
  | 'zone'
  | 'units'
  | 'paper'
  | 'email'
  | 'phone'
  | 'baseStreet'
  | 'baseTown'
  | 'base'
  | 'dayStart'
  | 'dayEnd'
  | 'temperatureBlocks'
  | 'ownerChangeHours',
  string
> & { version: number }

type Props = { action: FormAction; settings: Settings; mayChange: boolean }

export function SettingsForm({ action, settings, mayChange }: Props) {
  const t = text('settings')
  const { version, temperatureBlocks, ...rest } = settings
  const defaults = { ...rest, ...(temperatureBlocks && { temperatureBlocks }) }
  return (
    <Form
      action={action}
      schema="practice"
      label={t('form')}
      defaults={defaults}
      className="form rooms settings-form"
    >
      {!mayChange && <Notice>{t('readOnly')}</Notice>}
      <HiddenField name="version" value={String(version)} />
      <Section title={t('practice')}>
        <div className="form">
          <TextField name="name" label={t('name')} autoComplete="organization" required />
          <TextField name="email" type="email" label={t('email')} autoComplete="email" />
          <TextField name="phone" type="tel" label={t('phone')} autoComplete="tel" />
          <SelectField name="zone" label={t('zone')} hint={t('zoneHint')} options={zoneOptions()} />
          <ChoiceField
            name="units"
            label={t('units')}
            options={unitChoices.map((value) => ({ value, label: t(`unit.${value}`) }))}
          />
          <ChoiceField
            name="paper"
            label={t('paper')}
            options={paperChoices.map((value) => ({ value, label: t(`paperSize.${value}`) }))}
          />
        </div>
      </Section>
      <Section title={t('day')}>
        <div className="form form-pair">
          <TextField name="dayStart" type="time" label={t('dayStart')} required />
          <TextField name="dayEnd" type="time" label={t('dayEnd')} required />
        </div>
      </Section>
      <Section title={t('ownerChange')}>
        <TextField
          name="ownerChangeHours"
          type="number"
          inputMode="numeric"
          min={0}
          max={336}
          label={t('ownerChangeHours')}
          hint={t('ownerChangeHint')}
        />
      </Section>
      <Section title={t('base')}>
        <div className="form">
          <TextField name="baseStreet" label={t('baseStreet')} autoComplete="street-address" />
          <TextField name="baseTown" label={t('baseTown')} autoComplete="address-level2" />
          <TextField name="base" label={t('baseCoordinates')} hint={t('baseCoordinatesHint')} />
        </div>
      </Section>
      <Section title={t('safety')}>
        <TickField
          name="temperatureBlocks"
          label={t('temperatureBlocks')}
          hint={text('safety')('temperatureNote')}
        />
      </Section>
      {mayChange && <Submit>{t('save')}</Submit>}
    </Form>
  )
}
