import { Form } from '@/components/form/form'
import { HiddenField, TextArea, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { ThreadRule } from '@/lib/domain/thread/pages'
import { mostMonthly } from '@/lib/domain/thread/schema'
import { text } from '@/lib/format/text'

type Props = { rule: ThreadRule & { version: number }; action: FormAction; mayChange: boolean }

/** How messages are taken: away or not, and how many a month belong to what a household pays for. */
export function RuleForm({ rule, action, mayChange }: Props) {
  const t = text('thread')
  return (
    <Form
      action={action}
      schema="threadRule"
      label={t('rule.form')}
      className="form"
      defaults={{
        awayNote: rule.awayNote,
        awayUntil: rule.awayUntil?.toString(),
        monthly: rule.monthly === null ? undefined : String(rule.monthly),
      }}
    >
      <HiddenField name="version" value={String(rule.version)} />
      <TextArea name="awayNote" label={t('rule.awayNote')} hint={t('rule.awayNoteHint')} rows={3} />
      <TextField name="awayUntil" type="date" label={t('rule.awayUntil')} />
      <TextField
        name="monthly"
        type="number"
        inputMode="numeric"
        min={1}
        max={mostMonthly}
        label={t('rule.monthly')}
        hint={t('rule.monthlyHint')}
      />
      {mayChange && (
        <div className="form-acts">
          <Submit>{t('rule.save')}</Submit>
        </div>
      )}
    </Form>
  )
}
