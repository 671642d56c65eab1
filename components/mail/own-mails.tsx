import { Form } from '@/components/form/form'
import { SelectField, TickField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Section } from '@/components/ui/section'
import { nudgeHours } from '@/lib/domain/mail/kinds'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

type Mails = { messages: boolean } & (
  { kind: 'guardian'; reminder: boolean; homeworkHour: number | null } | { kind: 'member'; weekly: boolean }
)

const hours = Array.from({ length: nudgeHours.last - nudgeHours.first + 1 }, (_, n) => nudgeHours.first + n)

/** What a person can do without, to choose; and what comes because of what they did, to know. */
export function OwnMails({ mails, actions }: { mails: Mails; actions: Record<'home' | 'work', FormAction> }) {
  const t = text('mails')
  return (
    <>
      <Section title={t('choose')}>
        {mails.kind === 'guardian' ? (
          <Form
            action={actions.home}
            schema="householdMails"
            label={t('choose')}
            className="form"
            defaults={{
              reminder: mails.reminder ? 'on' : undefined,
              messages: mails.messages ? 'on' : undefined,
              homeworkHour: mails.homeworkHour === null ? '' : String(mails.homeworkHour),
            }}
          >
            <TickField name="reminder" label={t('reminder')} hint={t('reminderHint')} />
            <TickField name="messages" label={t('messages.guardian')} hint={t('messagesHint.guardian')} />
            <SelectField
              name="homeworkHour"
              label={t('homework')}
              hint={t('homeworkHint')}
              empty={t('homeworkOff')}
              options={hours.map((hour) => ({ value: String(hour), label: t('hour', { hour }) }))}
            />
            <Acts />
          </Form>
        ) : (
          <Form
            action={actions.work}
            schema="memberMails"
            label={t('choose')}
            className="form"
            defaults={{
              messages: mails.messages ? 'on' : undefined,
              weekly: mails.weekly ? 'on' : undefined,
            }}
          >
            <TickField name="messages" label={t('messages.member')} hint={t('messagesHint.member')} />
            <TickField name="weekly" label={t('weekly')} hint={t('weeklyHint')} />
            <Acts />
          </Form>
        )}
      </Section>
      <Section title={t('always')}>
        <p className="quiet">{t(`alwaysLead.${mails.kind}`)}</p>
      </Section>
    </>
  )
}

function Acts() {
  return (
    <div className="form-acts">
      <Submit>{text('mails')('save')}</Submit>
    </div>
  )
}
