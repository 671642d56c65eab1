import { Fold } from '@/components/form/fold'
import { SelectField, TextField, TickField } from '@/components/form/inputs'
import { dayPlaces, type DayHours } from '@/lib/domain/scheduling/working-time'
import { text } from '@/lib/format/text'

type Props = {
  /** Where the fields of this day begin, "days.0." */
  prefix: string
  /** Said before each label for who cannot see the row. */
  day: string
  works: string
  breaks: number
}

/** The hours of one day: a tick, and once it is set, from when to when, breaks, where it starts and ends. */
export function DayFields({ prefix, day, works, breaks }: Props) {
  const t = text('working')
  const named = (label: string) => (
    <>
      <span className="vh">{day}, </span>
      {label}
    </>
  )
  const pair = (at: string, from: string, until: string) => (
    <div className="work-span">
      <TextField name={`${at}start`} type="time" label={named(from)} />
      <TextField name={`${at}end`} type="time" label={named(until)} />
    </div>
  )
  const breakAt = (index: number) => {
    const number = index === 0 ? '' : ` ${index + 1}`
    return pair(`${prefix}breaks.${index}.`, t('week.breakStart') + number, t('week.breakEnd') + number)
  }
  const places = dayPlaces.map((value) => ({ value, label: t(`place.${value}`) }))
  return (
    <>
      <TickField name={`${prefix}works`} label={works} className="work-tick" />
      <div className="work-hours">
        {pair(prefix, t('week.start'), t('week.end'))}
        <div className="work-breaks">
          {Array.from({ length: Math.max(1, breaks) }, (_, index) => (
            <div key={index}>{breakAt(index)}</div>
          ))}
          {breaks > 0 && breaks < 3 && (
            <Fold
              fields={[`${prefix}breaks.${breaks}.start`, `${prefix}breaks.${breaks}.end`]}
              summary={
                <>
                  {t('week.another')}
                  <span className="vh"> ({day})</span>
                </>
              }
            >
              {breakAt(breaks)}
            </Fold>
          )}
        </div>
        <div className="work-span">
          <SelectField name={`${prefix}startPlace`} label={named(t('week.startPlace'))} options={places} />
          <SelectField name={`${prefix}endPlace`} label={named(t('week.endPlace'))} options={places} />
        </div>
      </div>
    </>
  )
}

/** A day's hours as the fields of its form; a day off keeps times at hand for when it is worked again. */
export function dayDefaults(prefix: string, hours: DayHours | null, usual: DayHours): Record<string, string> {
  const { start, end, breaks, startPlace, endPlace } = hours ?? { ...usual, breaks: [] }
  const fields: Record<string, string> = hours ? { [`${prefix}works`]: 'on' } : {}
  Object.assign(fields, {
    [`${prefix}start`]: start,
    [`${prefix}end`]: end,
    [`${prefix}startPlace`]: startPlace,
    [`${prefix}endPlace`]: endPlace,
  })
  for (const [index, one] of breaks.entries()) {
    fields[`${prefix}breaks.${index}.start`] = one.start
    fields[`${prefix}breaks.${index}.end`] = one.end
  }
  return fields
}
