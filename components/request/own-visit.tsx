import { Form } from '@/components/form/form'
import { HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Section } from '@/components/ui/section'
import type { OwnVisitPage } from '@/lib/domain/request/pages'
import type { FormAction } from '@/lib/domain/result/form-state'
import { dayAndTime, dayLong, timeRange } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { CallPractice } from './call-practice'

type Props = { visit: OwnVisitPage; actions: Record<'move' | 'cancel', FormAction> }

/** One visit of the household: what may be done with it and until when, before anything is tapped. */
export function OwnVisit({ visit, actions }: Props) {
  const t = text('request')
  const { from, until, zone, serviceName, consultantName, practice, may, hours } = visit
  return (
    <>
      <header className="page-head">
        <div>
          <h1 className="page-title">{dayLong(from, zone)}</h1>
          <p>{timeRange(from, until, zone)}</p>
          <p className="quiet">
            {text('home')('visits.with', { service: serviceName, name: consultantName })}
          </p>
        </div>
      </header>
      {may === 'change' && (
        <>
          <p>{t('own.until', { when: dayAndTime(visit.changeableUntil, zone) })}</p>
          <div className="home-cols home-cols-even pt-8">
            <MoveIt visit={visit} action={actions.move} />
            <CancelIt visit={visit} action={actions.cancel} />
          </div>
        </>
      )}
      {may === 'call' && <p>{t('own.call', { hours, practice: practice.name })}</p>}
      {may === 'nothing' && <p>{t('own.nothing')}</p>}
      {may !== 'change' && <CallPractice practice={practice} />}
    </>
  )
}

function MoveIt({ visit, action }: { visit: OwnVisitPage; action: FormAction }) {
  const t = text('request')
  return (
    <Section title={t('own.move')}>
      {visit.offers.length === 0 ? (
        <p className="after">{t('own.noMove')}</p>
      ) : (
        <Form action={action} schema="moveOwnVisit" label={t('own.move')} className="form pt-3">
          <Key visit={visit} />
          <p className="field-hint">{t('own.moveHint')}</p>
          <ul className="offers" aria-label={t('own.times')}>
            {visit.offers.map(({ value, label, detail }) => (
              <li key={value}>
                <Submit name="offer" value={value} look="quiet" className="offer">
                  <b>{label}</b>
                  <small dir="auto">{detail}</small>
                </Submit>
              </li>
            ))}
          </ul>
        </Form>
      )}
    </Section>
  )
}

function CancelIt({ visit, action }: { visit: OwnVisitPage; action: FormAction }) {
  const t = text('request')
  return (
    <Section title={t('own.cancel')}>
      <Form action={action} schema="cancelOwnVisit" label={t('own.cancel')} className="form pt-3">
        <Key visit={visit} />
        <TextField name="reason" label={t('own.reason')} hint={t('own.cancelHint')} />
        <div className="form-acts">
          <Submit look="danger">{t('own.cancel')}</Submit>
        </div>
      </Form>
    </Section>
  )
}

function Key({ visit: { id, version } }: { visit: OwnVisitPage }) {
  return (
    <>
      <HiddenField name="id" value={id} />
      <HiddenField name="version" value={String(version)} />
    </>
  )
}
