import type { Temporal } from 'temporal-polyfill'
import { ActionButton } from '@/components/form/action-button'
import { Fold } from '@/components/form/fold'
import { Form } from '@/components/form/form'
import { ChoiceField, TextArea, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { closingKinds, type ClosingKind } from '@/lib/domain/scheduling/working-time'
import type { FormAction } from '@/lib/domain/result/form-state'
import { dayLong } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { BookedThen, type BookedVisit } from './booked-then'

export type ClosingLine = {
  id: string
  firstDay: Temporal.PlainDate
  lastDay: Temporal.PlainDate
  kind: ClosingKind
  name: string
  visits: readonly BookedVisit[]
}

type Props = {
  closings: readonly ClosingLine[]
  /** Given to the practice owner only. */
  actions?: { add: FormAction; list: FormAction; open: FormAction } | undefined
}

/** Days on which the practice is closed, with the visits that stand in them. */
export function ClosingDays({ closings, actions }: Props) {
  const t = text('working')
  return (
    <div className="rooms closing-days">
      {!actions && <Notice>{t('closing.readOnly')}</Notice>}
      {closings.length === 0 ? (
        <EmptyState title={t('closing.empty')}>{t('closing.emptyLead')}</EmptyState>
      ) : (
        <ul className="rows">
          {closings.map((one) => (
            <li key={one.id} className="off-line">
              <div>
                <b className="serif text-lg font-semibold" dir="auto">
                  {one.name}
                </b>{' '}
                <Badge>{t(`closing.kinds.${one.kind}`)}</Badge>
                <p className="small quiet">{daysInWords(one)}</p>
                <BookedThen
                  visits={one.visits}
                  said={t('closing.conflicts', { count: one.visits.length })}
                  named
                />
              </div>
              {actions && (
                <ActionButton action={actions.open} fields={{ id: one.id }} look="plain">
                  <span aria-hidden>{t('closing.remove')}</span>
                  <span className="vh">
                    {t('closing.removeOf', { day: dayLong(one.firstDay, 'UTC'), name: one.name })}
                  </span>
                </ActionButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {actions && <NewClosing key={closings.length} {...actions} />}
    </div>
  )
}

function NewClosing({ add, list }: { add: FormAction; list: FormAction }) {
  const t = text('working')
  const kinds = closingKinds.map((value) => ({
    value,
    label: t(`closing.kinds.${value}`),
    hint: t(`closing.kindHint.${value}`),
  }))
  const kind = <ChoiceField name="kind" look="rows" label={t('closing.kind')} options={kinds} />
  const defaults = { kind: 'closed' }
  return (
    <Section title={t('closing.add')}>
      <Form action={add} schema="closing" label={t('closing.form')} defaults={defaults} className="form">
        <TextField name="name" label={t('closing.name')} autoComplete="off" required />
        <div className="field-pair">
          <TextField name="firstDay" type="date" label={t('closing.firstDay')} required />
          <TextField
            name="lastDay"
            type="date"
            label={t('closing.lastDay')}
            hint={t('closing.lastDayHint')}
          />
        </div>
        {kind}
        <div className="form-acts">
          <Submit>{t('closing.save')}</Submit>
        </div>
      </Form>
      <Form
        action={list}
        schema="closingList"
        label={t('closing.listForm')}
        defaults={defaults}
        className="form"
      >
        <Fold summary={t('closing.list')} fields={['list']}>
          <TextArea
            name="list"
            rows={6}
            label={t('closing.listLabel')}
            hint={t('closing.listHint')}
            required
          />
          {kind}
          <div className="form-acts">
            <Submit>{t('closing.listSave')}</Submit>
          </div>
        </Fold>
      </Form>
    </Section>
  )
}

const daysInWords = ({ firstDay, lastDay }: Pick<ClosingLine, 'firstDay' | 'lastDay'>): string => {
  const long = (day: Temporal.PlainDate) => dayLong(day, 'UTC', { year: true })
  return firstDay.equals(lastDay)
    ? long(firstDay)
    : text('working')('closing.range', { from: long(firstDay), to: long(lastDay) })
}
