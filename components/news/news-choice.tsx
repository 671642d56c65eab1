import { Form } from '@/components/form/form'
import { ChipsField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Section } from '@/components/ui/section'
import { mattersOf, type Matter } from '@/lib/domain/news/kinds'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

type Props = { shown: readonly Matter[]; reader: 'member' | 'guardian'; action: FormAction }

/** What stands in the list of what is new. */
export function NewsChoice({ shown, reader, action }: Props) {
  const t = text('news')
  const options = mattersOf[reader].map((matter) => ({
    value: matter,
    label: t(`matter.${reader}.${matter}`),
  }))
  return (
    <Section title={t('choice.title')}>
      <Form
        action={action}
        schema="newsChoice"
        label={t('choice.title')}
        className="form"
        defaults={{ shown: [...shown] }}
      >
        <ChipsField name="shown" label={t('choice.shown')} options={options} look="rows" />
        <div className="form-acts">
          <Submit>{t('choice.save')}</Submit>
        </div>
      </Form>
    </Section>
  )
}
