import { Form } from '@/components/form/form'
import { HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { Roads } from '@/lib/domain/scheduling/travel'
import { text } from '@/lib/format/text'

type Props = { roads: Roads; base: string; version: number; action: FormAction; mayChange: boolean }

/** How drives are reckoned where nobody measured them. */
export function TravelForm({ roads, base, version, action, mayChange }: Props) {
  const t = text('travel')
  const number = (name: keyof Roads, low: number, high: number, unit: string) => (
    <TextField
      name={name}
      inputMode="decimal"
      min={low}
      max={high}
      label={t(name)}
      hint={t(`${name}Hint`)}
      unit={t(unit)}
      required
    />
  )
  return (
    <Form
      action={action}
      schema="travel"
      label={t('form')}
      defaults={{
        base,
        circuity: String(roads.circuity),
        speed: String(roads.speed),
        parking: String(roads.parking),
      }}
      className="form rooms"
    >
      <HiddenField name="version" value={String(version)} />
      <Section title={t('reckoned')}>
        <div className="form">
          {number('circuity', 1, 3, 'times')}
          {number('speed', 5, 120, 'kmh')}
          {number('parking', 0, 60, 'min')}
          <TextField name="base" label={t('base')} hint={t('baseHint')} autoComplete="off" />
        </div>
      </Section>
      {mayChange && (
        <div className="form-acts">
          <Submit>{t('save')}</Submit>
        </div>
      )}
    </Form>
  )
}
