import type { Temporal } from 'temporal-polyfill'
import { ActionButton } from '@/components/form/action-button'
import { Fold } from '@/components/form/fold'
import { Form } from '@/components/form/form'
import { HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/result/form-state'
import { dayShort, time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { BookedThen, type BookedVisit } from './booked-then'

export type OffLine = {
  id: string
  from: Temporal.PlainDateTime
  until: Temporal.PlainDateTime
  reason: string
  visits: readonly BookedVisit[]
}

type Props = {
  memberId: string
  off: readonly OffLine[]
  actions?: { add: FormAction; remove: FormAction } | undefined
}

/** Time off ahead, with the visits that stand in it, and a form for more. */
export function DaysOff({ memberId, off, actions }: Props) {
  const t = text('working')
  return (
    <Section title={t('off.title')}>
      {off.length === 0 && <p className="quiet">{t('off.empty')}</p>}
      <ul className="rows">
        {off.map((one) => (
          <li key={one.id} className="off-line">
            <div>
              <b>{spanInWords(one)}</b> <span dir="auto">{one.reason}</span>
              <BookedThen visits={one.visits} said={t('off.conflicts', { count: one.visits.length })} />
            </div>
            {actions && (
              <ActionButton action={actions.remove} fields={{ memberId, id: one.id }} look="plain">
                <span aria-hidden>{t('off.remove')}</span>
                <span className="vh">
                  {t('off.removeOf', { day: dayShort(one.from.toPlainDate(), 'UTC') })}
                </span>
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      {actions && (
        <Form key={off.length} action={actions.add} schema="timeOff" label={t('off.form')} className="form">
          <Fold summary={t('off.add')} fields={['firstDay', 'lastDay', 'reason']}>
            <HiddenField name="memberId" value={memberId} />
            <div className="field-pair">
              <TextField name="firstDay" type="date" label={t('off.firstDay')} required />
              <TextField name="lastDay" type="date" label={t('off.lastDay')} hint={t('off.lastDayHint')} />
            </div>
            <div className="field-pair">
              <TextField name="firstTime" type="time" label={t('off.firstTime')} hint={t('off.timesHint')} />
              <TextField name="lastTime" type="time" label={t('off.lastTime')} />
            </div>
            <TextField name="reason" label={t('off.reason')} hint={t('off.reasonHint')} autoComplete="off" />
            <div className="form-acts">
              <Submit>{t('off.save')}</Submit>
            </div>
          </Fold>
        </Form>
      )}
    </Section>
  )
}

/** "Thu 14 May", "Thu 14 May – Sat 16 May", "Thu 14 May, 13:00 – 17:00". */
function spanInWords({ from, until }: Pick<OffLine, 'from' | 'until'>): string {
  const midnight = (wall: Temporal.PlainDateTime) => wall.hour === 0 && wall.minute === 0
  const whole = midnight(from) && midnight(until)
  const last = midnight(until) ? until.subtract({ minutes: 1 }) : until
  const day = (wall: Temporal.PlainDateTime) => dayShort(wall.toPlainDate(), 'UTC')
  const sameDay = from.toPlainDate().equals(last.toPlainDate())
  if (whole) return sameDay ? day(from) : `${day(from)} – ${day(last)}`
  const end = midnight(until) ? '24:00' : time(until, 'UTC')
  return `${day(from)}, ${time(from, 'UTC')} – ${sameDay ? '' : `${day(last)}, `}${end}`
}
