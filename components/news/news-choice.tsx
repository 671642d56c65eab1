import { Form } from '@/components/form/form'
import { ChipsField, SelectField, TickField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Section } from '@/components/ui/section'
import { mattersOf } from '@/lib/domain/news/kinds'
import type { NewsChoice as Chosen } from '@/lib/domain/news/ringing'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

const hours = Array.from({ length: 24 }, (_, hour) => hour)

type Props = { choice: Chosen; reader: 'member' | 'guardian'; action: FormAction }

/** What stands in the list, what rings, and when nothing does. */
export function NewsChoice({ choice, reader, action }: Props) {
  const t = text('news')
  const options = mattersOf[reader].map((matter) => ({
    value: matter,
    label: t(`matter.${reader}.${matter}`),
  }))
  const hourOptions = hours.map((hour) => ({ value: String(hour), label: t('choice.hour', { hour }) }))
  const but = (left: readonly string[]) => mattersOf[reader].filter((matter) => !left.includes(matter))
  return (
    <Section title={t('choice.title')}>
      <Form
        action={action}
        schema="newsChoice"
        label={t('choice.title')}
        className="form"
        defaults={{
          shown: but(choice.hidden),
          rings: but(choice.silent),
          quietFrom: String(choice.quietFrom),
          quietUntil: String(choice.quietUntil),
          flagsAnytime: choice.flagsAnytime ? 'on' : undefined,
        }}
      >
        <ChipsField name="shown" label={t('choice.shown')} options={options} look="rows" />
        <ChipsField name="rings" label={t('choice.rings')} options={options} look="rows" />
        <fieldset className="field">
          <legend className="field-label">{t('choice.quiet')}</legend>
          <p className="field-hint">{t('choice.quietHint')}</p>
          <div className="news-hours">
            <SelectField name="quietFrom" label={t('choice.from')} options={hourOptions} />
            <SelectField name="quietUntil" label={t('choice.until')} options={hourOptions} />
          </div>
        </fieldset>
        {reader === 'member' && <TickField name="flagsAnytime" label={t('choice.flagsAnytime')} />}
        <div className="form-acts">
          <Submit>{t('choice.save')}</Submit>
        </div>
      </Form>
    </Section>
  )
}
