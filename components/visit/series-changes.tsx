import { Form } from '@/components/form/form'
import { HiddenField, SelectField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Disclosure } from '@/components/ui/disclosure'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { SeriesPage } from '@/lib/domain/series/planned'
import { text } from '@/lib/format/text'
import { Anyway } from './anyway'
import { anywayWords } from './anyway-words'

type Props = { series: SeriesPage; action: FormAction }

/** Another time, service or consultant for a visit and those after it. */
export function ChangeFollowing({ series, action }: Props) {
  const t = text('series')
  const visit = text('visit')
  const { start } = series.visit
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  const defaults = {
    day: start.toPlainDate().toString(),
    time: start.toPlainTime().toString({ smallestUnit: 'minute' }),
    serviceId: series.serviceId,
    consultantId: series.consultantId,
  }
  return (
    <Disclosure summary={t('page.change')}>
      <Form
        action={action}
        schema="changeFollowing"
        label={t('page.change')}
        defaults={defaults}
        className="form pb-4"
      >
        <ThisVisit series={series} />
        <Anyway words={anywayWords()} />
        <div className="field-pair">
          <TextField name="day" type="date" label={t('page.day')} required />
          <TextField name="time" type="time" step={300} label={visit('book.time')} required />
        </div>
        <SelectField name="serviceId" label={visit('book.service')} options={named(series.services)} />
        <SelectField name="consultantId" label={visit('book.consultant')} options={named(series.trainers)} />
        <p className="field-hint">{t('page.changeHint')}</p>
        <div className="form-acts">
          <Submit>{t('page.changeSubmit')}</Submit>
        </div>
      </Form>
    </Disclosure>
  )
}

/** Calls off a visit and those after it. */
export function EndSeries({ series, action }: Props) {
  const t = text('series')
  const visit = text('visit')
  return (
    <Disclosure summary={t('page.end')}>
      <Form action={action} schema="cancelVisit" label={t('page.end')} className="form pb-4">
        <ThisVisit series={series} />
        <TextField name="reason" label={visit('cancel.reason')} hint={visit('cancel.hint')} required />
        <p className="field-hint">{t('page.endHint')}</p>
        <div className="form-acts">
          <Submit look="danger">{t('page.endSubmit')}</Submit>
        </div>
      </Form>
    </Disclosure>
  )
}

function ThisVisit({ series: { visit } }: { series: SeriesPage }) {
  return (
    <>
      <HiddenField name="id" value={visit.id} />
      <HiddenField name="version" value={String(visit.version)} />
    </>
  )
}
