import { Form } from '@/components/form/form'
import { SelectField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Section } from '@/components/ui/section'
import { currencies } from '@/lib/domain/service/money'
import type { FormAction } from '@/lib/domain/result/form-state'
import { currencyName } from '@/lib/format/money'
import { text } from '@/lib/format/text'

/** What the practice charges in. */
export function CurrencyForm({ currency, action }: { currency: string; action: FormAction }) {
  const t = text('settings')
  return (
    <Section title={t('service.currency')} className="pt-10">
      <Form
        action={action}
        schema="currency"
        label={t('service.currency')}
        defaults={{ currency }}
        className="form pt-4"
      >
        <SelectField
          name="currency"
          label={t('service.currencyLabel')}
          options={currencies.map((value) => ({ value, label: currencyName(value) }))}
        />
        <div className="form-acts">
          <Submit look="quiet">{t('service.currencySave')}</Submit>
        </div>
      </Form>
    </Section>
  )
}
