import { ActionButton } from '@/components/form/action-button'
import { Form } from '@/components/form/form'
import { HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { VetVisitRow } from '@/lib/domain/standing/overview'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { animalId: string; visits: readonly VetVisitRow[]; add: FormAction; takeOut: FormAction }

/** When it is at the vet's: booking keeps away from those days. */
export function VetVisits({ animalId, visits, add, takeOut }: Props) {
  const t = text('animal')
  return (
    <Section title={t('vetVisit.title')} className="form" id="vet-visits">
      <p className="field-hint">{t('vetVisit.lead')}</p>
      {visits.length === 0 && <p className="small quiet">{t('vetVisit.none')}</p>}
      <ul className="rows">
        {visits.map((visit) => (
          <li key={visit.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <div>
              <b>{vetVisitWhen(visit)}</b> <span dir="auto">{visit.words}</span>
            </div>
            <ActionButton action={takeOut} fields={{ id: visit.id }} look="plain">
              <span aria-hidden>{t('vetVisit.takeOut')}</span>
              <span className="vh">{t('vetVisit.takeOutOf', { day: dayInYear(visit.day, 'UTC') })}</span>
            </ActionButton>
          </li>
        ))}
      </ul>
      <Disclosure summary={t('vetVisit.add')}>
        {/* A form of its own after each one written down: nothing is sent twice. */}
        <Form
          key={visits.map(({ id }) => id).join()}
          action={add}
          schema="vetVisit"
          label={t('vetVisit.add')}
          className="form"
        >
          <HiddenField name="animalId" value={animalId} />
          <div className="field-pair">
            <TextField name="day" label={t('vetVisit.day')} type="date" required />
            <TextField name="at" label={t('vetVisit.at')} type="time" hint={t('vetVisit.atHint')} />
          </div>
          <TextField name="words" label={t('vetVisit.words')} autoComplete="off" />
          <div className="form-acts">
            <Submit look="quiet">{t('vetVisit.submit')}</Submit>
          </div>
        </Form>
      </Disclosure>
    </Section>
  )
}

/** On the animal's page: those that are ahead, and the way to the form. */
export function VetVisitsAhead({ animalId, visits }: Pick<Props, 'animalId' | 'visits'>) {
  const t = text('animal')
  return (
    <Section title={t('vetVisit.title')}>
      {visits.length === 0 && <p className="small quiet pt-3">{t('vetVisit.noneAhead')}</p>}
      <ul className="rows">
        {visits.map((visit) => (
          <li key={visit.id} className="small">
            <b>{vetVisitWhen(visit)}</b> <span dir="auto">{visit.words}</span>
          </li>
        ))}
      </ul>
      <ButtonLink href={`${paths.editAnimal(animalId)}#vet-visits`} look="plain">
        {t('vetVisit.change')}
      </ButtonLink>
    </Section>
  )
}

/** "19 May 2026, 10:00"; the day alone where nobody knows the time. */
const vetVisitWhen = ({ day, at }: VetVisitRow): string => {
  const date = dayInYear(day, 'UTC')
  return at === null ? date : text('animal')('vetVisit.when', { day: date, time: at })
}
