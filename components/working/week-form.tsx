import { Form } from '@/components/form/form'
import { HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { weekdays, type DayHours, type WeeklyHours } from '@/lib/domain/scheduling/working-time'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { DayFields, dayDefaults } from './day-fields'

type Props = {
  action: FormAction
  memberId: string
  version: number
  weekly: WeeklyHours
  home: string
  /** What the fields of a day off begin with once it is worked. */
  usual: DayHours
}

/** The ordinary week of a consultant: seven days, each open once it is ticked. */
export function WeekForm({ action, memberId, version, weekly, home, usual }: Props) {
  const t = text('working')
  const days = weekdays.map((weekday, index) => ({
    prefix: `days.${index}.`,
    name: t(`week.day.${weekday}`),
    hours: weekly[weekday] ?? null,
  }))
  const defaults = Object.assign(
    { home },
    ...days.map(({ prefix, hours }) => dayDefaults(prefix, hours, usual)),
  ) as Record<string, string>
  return (
    <Form
      key={`${memberId} ${version}`}
      action={action}
      schema="week"
      label={t('week.form')}
      defaults={defaults}
      className="form week-form"
    >
      <HiddenField name="memberId" value={memberId} />
      <HiddenField name="version" value={String(version)} />
      <ul className="work-week">
        {days.map(({ prefix, name, hours }) => (
          <li key={prefix} className="work-day">
            <DayFields prefix={prefix} day={name} works={name} breaks={hours?.breaks.length ?? 0} />
          </li>
        ))}
      </ul>
      <p className="tiny">{t('placeHint')}</p>
      <TextField name="home" label={t('week.home')} hint={t('week.homeHint')} autoComplete="off" />
      <div className="form-acts">
        <Submit>{t('week.save')}</Submit>
        <Submit look="quiet" name="copy" value="monday">
          {t('week.copy')}
        </Submit>
      </div>
    </Form>
  )
}
