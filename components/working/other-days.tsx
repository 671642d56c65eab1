import type { Temporal } from 'temporal-polyfill'
import { ActionButton } from '@/components/form/action-button'
import { Fold } from '@/components/form/fold'
import { Form } from '@/components/form/form'
import { HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Section } from '@/components/ui/section'
import type { DayHours } from '@/lib/domain/scheduling/working-time'
import type { FormAction } from '@/lib/domain/result/form-state'
import { dayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { DayFields, dayDefaults } from './day-fields'
import { hoursInWords } from './hours-in-words'

export type OtherDay = { id: string; day: Temporal.PlainDate; hours: DayHours | null; note: string }

type Props = {
  memberId: string
  days: readonly OtherDay[]
  /** What a day's fields begin with. */
  usual: DayHours
  actions?: { save: FormAction; remove: FormAction } | undefined
}

/** Dates that are not like their weekday, and a form for one more. */
export function OtherDays({ memberId, days, usual, actions }: Props) {
  const t = text('working')
  return (
    <Section title={t('exception.title')}>
      {days.length === 0 && <p className="quiet">{t('exception.empty')}</p>}
      <ul className="rows">
        {days.map(({ id, day, hours, note }) => (
          <li key={id} className="off-line">
            <div>
              <b>{dayShort(day, 'UTC')}</b> {hours ? hoursInWords(hours) : t('exception.off')}{' '}
              <span className="quiet" dir="auto">
                {note}
              </span>
            </div>
            {actions && (
              <ActionButton action={actions.remove} fields={{ memberId, id }} look="plain">
                <span aria-hidden>{t('exception.remove')}</span>
                <span className="vh">{t('exception.removeOf', { day: dayShort(day, 'UTC') })}</span>
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      {actions && (
        <Form
          key={days.length}
          action={actions.save}
          schema="workingException"
          label={t('exception.form')}
          defaults={dayDefaults('hours.', { ...usual, breaks: [] }, usual)}
          className="form"
        >
          <Fold summary={t('exception.add')} fields={['day', 'note']}>
            <p className="small quiet">{t('exception.lead')}</p>
            <HiddenField name="memberId" value={memberId} />
            <TextField name="day" type="date" label={t('exception.day')} className="field-short" required />
            <div className="work-day">
              <DayFields prefix="hours." day={t('exception.form')} works={t('exception.works')} breaks={0} />
            </div>
            <TextField name="note" label={t('exception.note')} autoComplete="off" />
            <div className="form-acts">
              <Submit>{t('exception.save')}</Submit>
            </div>
          </Fold>
        </Form>
      )}
    </Section>
  )
}
