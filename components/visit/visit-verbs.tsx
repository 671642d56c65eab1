import { ActionButton } from '@/components/form/action-button'
import { Form } from '@/components/form/form'
import { HiddenField, SelectField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { CalendarDays, Camera, PenLine, Printer } from '@/components/ui/icons'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { VisitPage } from '@/lib/domain/visit/pages'
import { canArrive, canBeNoShow, canLeave, canMove } from '@/lib/domain/visit/status'
import { Anyway } from './anyway'
import { anywayWords } from './anyway-words'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export type VisitActions = Record<'arrive' | 'leave' | 'noShow' | 'cancel' | 'reassign', FormAction>
type Props = { visit: VisitPage; began: boolean; trains: boolean; actions: VisitActions }

/** What can be done with a visit now: the next step first, then everything else. */
export function VisitVerbs({ visit, began, trains, actions }: Props) {
  const t = text('visit')
  const key = { id: visit.id, version: String(visit.version) }
  const signed = visit.note?.status === 'signed'
  const worked = visit.status === 'arrived' || visit.status === 'done'
  return (
    <div className="visit-ways">
      {canArrive(visit.status) && (
        <ActionButton action={actions.arrive} fields={key} look="go">
          {t('verb.arrive')}
        </ActionButton>
      )}
      {canLeave(visit.status) && (
        <ActionButton action={actions.leave} fields={key} look="go">
          {t('verb.leave')}
        </ActionButton>
      )}
      {worked && !signed && trains && (
        <ButtonLink
          icon={PenLine}
          href={paths.note(visit.id)}
          look={visit.status === 'done' ? 'go' : 'quiet'}
        >
          {t(visit.note ? 'note.finish' : 'note.write')}
        </ButtonLink>
      )}
      {signed && (
        <ButtonLink icon={Printer} href={paths.summary(visit.id)}>
          {t('note.summary')}
        </ButtonLink>
      )}
      {signed && trains && (
        <ButtonLink icon={PenLine} href={paths.readNote(visit.id)}>
          {text('note')('reading.link')}
        </ButtonLink>
      )}
      {worked && (
        <ButtonLink icon={Camera} href={paths.visitPhotos(visit.id)}>
          {text('photo')('title')}
        </ButtonLink>
      )}
      {canMove(visit.status) && (
        <ButtonLink icon={CalendarDays} href={paths.moveVisit(visit.id)}>
          {t('verb.move')}
        </ButtonLink>
      )}
      {visit.seriesId !== null && (
        <ButtonLink href={paths.visitSeries(visit.id)}>{text('series')('one')}</ButtonLink>
      )}
      {canBeNoShow(visit.status, began) && (
        <ActionButton action={actions.noShow} fields={key}>
          {t('verb.noShow')}
        </ActionButton>
      )}
    </div>
  )
}

/** What was called off can be taken up again while its time lies ahead. */
export function RestoreVisit({ visit, action }: { visit: VisitPage; action: FormAction }) {
  const t = text('visit')
  return (
    <Form action={action} schema="restoreVisit" label={t('restore.submit')} className="form">
      <HiddenField name="id" value={visit.id} />
      <HiddenField name="version" value={String(visit.version)} />
      <Anyway words={anywayWords()} />
      <p className="field-hint">{t('restore.hint')}</p>
      <div className="form-acts">
        <Submit look="quiet">{t('restore.submit')}</Submit>
      </div>
    </Form>
  )
}

/** Handing the visit to a colleague, and calling it off: seldom, so folded. */
export function SeldomVerbs({ visit, actions }: Pick<Props, 'visit' | 'actions'>) {
  const t = text('visit')
  if (!canMove(visit.status)) return null
  const others = visit.trainers.filter(({ id }) => id !== visit.consultantId)
  return (
    <div>
      {others.length > 0 && (
        <Disclosure summary={t('reassign.title')}>
          <Form
            action={actions.reassign}
            schema="reassignVisit"
            label={t('reassign.title')}
            className="form pb-4"
          >
            <HiddenField name="id" value={visit.id} />
            <HiddenField name="version" value={String(visit.version)} />
            <Anyway words={anywayWords()} />
            <SelectField
              name="consultantId"
              label={t('reassign.to')}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <div className="form-acts">
              <Submit look="quiet">{t('reassign.submit')}</Submit>
            </div>
          </Form>
        </Disclosure>
      )}
      <Disclosure summary={t('cancel.title')}>
        <Form action={actions.cancel} schema="cancelVisit" label={t('cancel.title')} className="form pb-4">
          <HiddenField name="id" value={visit.id} />
          <HiddenField name="version" value={String(visit.version)} />
          <TextField name="reason" label={t('cancel.reason')} hint={t('cancel.hint')} required />
          <div className="form-acts">
            <Submit look="danger">{t('cancel.submit')}</Submit>
          </div>
        </Form>
      </Disclosure>
    </div>
  )
}
