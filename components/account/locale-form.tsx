import { Form } from '@/components/form/form'
import { SelectField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { locales, type Locale } from '@/lib/domain/account/locale'
import type { FormAction } from '@/lib/domain/result/form-state'
import { localeName } from '@/lib/format/locale-name'
import { text } from '@/lib/format/text'

/** The languages to choose from, each by its own name. */
export const localeOptions = () => locales.map((value) => ({ value, label: localeName(value) }))

type Props = { action: FormAction; chosen: { locale: Locale; units: 'metric' | 'imperial' } }

/** What a person reads in, and what they weigh and measure in: pages, mails and sheets follow it. */
export function LocaleForm({ action, chosen }: Props) {
  const t = text('account')
  return (
    <Form
      action={action}
      schema="locale"
      label={t('language.title')}
      className="form"
      defaults={{ locale: chosen.locale, units: chosen.units }}
    >
      <div className="field-pair">
        <SelectField name="locale" label={t('language.label')} options={localeOptions()} />
        <SelectField
          name="units"
          label={t('language.units')}
          options={(['metric', 'imperial'] as const).map((value) => ({
            value,
            label: t(`language.${value}`),
          }))}
        />
      </div>
      <div className="form-acts">
        <Submit>{t('language.save')}</Submit>
      </div>
    </Form>
  )
}
