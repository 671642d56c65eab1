import { Form } from '@/components/form/form'
import { HiddenField, SelectField, TextArea, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { Planned } from '@/lib/domain/series/planned'
import type { SeriesFields } from '@/lib/domain/series/schema'
import { text } from '@/lib/format/text'
import { Anyway } from './anyway'
import { anywayWords } from './anyway-words'

type Props = { input: SeriesFields | null; planned: readonly Planned[]; action: FormAction }

const tones = { fits: 'green', asks: 'amber', taken: 'brick' } as const

/** Every visit of a series with its drive or what is in its way, and what is to become of those that do not fit. */
export function SeriesPreview({ input, planned, action }: Props) {
  const t = text('series')
  if (!input || planned.length === 0)
    return (
      <Section title={t('preview.title')}>
        <p className="small quiet pt-3">{t('preview.empty')}</p>
      </Section>
    )
  const against = planned.filter(({ stands }) => stands !== 'fits')
  const words = anywayWords()
  return (
    <Section title={t('preview.title')} aside={t('preview.count', { count: planned.length })}>
      <Form action={action} schema="series" label={t('preview.form')} className="form pt-3">
        <p>{against.length === 0 ? t('preview.whole') : t('preview.some', { count: against.length })}</p>
        <SeriesAsHidden input={input} />
        <ol className="free-times">
          {planned.map((one, index) => (
            <li key={one.day}>
              <span className="n">{index + 1}</span>
              <div>
                <b>{one.label}</b> <Badge tone={tones[one.stands]}>{t(`preview.${one.stands}`)}</Badge>
                <p dir="auto">{one.why}</p>
                {one.stands !== 'fits' && <Instead one={one} />}
              </div>
            </li>
          ))}
        </ol>
        {planned.some(({ stands }) => stands === 'asks') ? (
          <TextField name="anyway" label={words.label} hint={words.hint} />
        ) : (
          <Anyway words={words} />
        )}
        <TextArea
          name="message"
          label={text('visit')('book.message')}
          hint={text('visit')('book.messageHint')}
        />
        <div className="form-acts">
          <Submit>{t('preview.submit')}</Submit>
        </div>
      </Form>
    </Section>
  )
}

/** What becomes of a visit that does not fit; one that only asks for a reason may stay. */
function Instead({ one: { day, label, stands, instead } }: { one: Planned }) {
  const t = text('series')
  return (
    <SelectField
      name={`mends.${day}`}
      className="mt-2"
      label={t('preview.mend', { when: label })}
      empty={t(stands === 'asks' ? 'preview.asPlanned' : 'preview.choose')}
      options={[
        ...instead.map(({ value, label: when, detail }) => ({
          value,
          label: detail === undefined ? when : `${when}: ${detail}`,
        })),
        { value: 'skip', label: t('preview.skip') },
      ]}
    />
  )
}

/** The series that was looked at is the one that is booked. */
function SeriesAsHidden({ input }: { input: SeriesFields }) {
  const { clientId, serviceId, consultantId, day, time, everyWeeks, count, until, animalIds, weekdays } =
    input
  const one = { clientId, serviceId, consultantId, day, time, everyWeeks, count, until }
  const all = [
    ...Object.entries(one),
    ...animalIds.map((id) => ['animalIds', id] as const),
    ...weekdays.map((key) => ['weekdays', key] as const),
  ]
  return all.map(
    ([name, value]) =>
      value !== undefined && <HiddenField key={`${name} ${value}`} name={name} value={String(value)} />,
  )
}
