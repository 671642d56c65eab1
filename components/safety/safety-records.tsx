import { Form } from '@/components/form/form'
import { HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Disclosure } from '@/components/ui/disclosure'
import { Check, Undo2, X } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { FormAction } from '@/lib/domain/result/form-state'
import { itemOf, labelOfItem } from '@/lib/domain/safety/items'
import { lastDay } from '@/lib/domain/safety/safety-list'
import type { SafetyRow } from '@/lib/domain/standing/overview'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { knownBy, seenBy, validityOf } from './line-words'
import { PhotoShown } from './photo-shown'

type Props = {
  records: readonly SafetyRow[]
  species: Species
  zone: string
  withdraw: FormAction | null
}

/** Every look at an item, newest first: who, when, how it is known, until when it holds; taken back ones too. */
export function SafetyRecords({ records, species, zone, withdraw }: Props) {
  const t = text('safety')
  return (
    <Section title={t('history')}>
      {records.length === 0 && <p className="small quiet pt-3">{t('noHistory')}</p>}
      <ol className="safety-list">
        {records.map((record) => {
          const { withdrawn, failed, photoId, item } = record
          const Sign = withdrawn ? Undo2 : failed ? X : Check
          return (
            <li key={record.id} className={withdrawn ? 'is-undone' : failed ? 'is-open' : 'is-ok'}>
              <Sign />
              <div>
                <b dir="auto">{seenBy(record)}</b>
                <small dir="auto">{knownBy(record)}</small>
                <small>{failed ? t('failedOn') : validityOfRow(record, species)}</small>
                {withdrawn && (
                  <small dir="auto">
                    {t('withdraw.done', {
                      date: dayInYear(withdrawn.at, zone),
                      name: withdrawn.by,
                      reason: withdrawn.reason,
                    })}
                  </small>
                )}
                {photoId && <PhotoShown id={photoId} what={t(`short.${labelOfItem(item, species)}`)} />}
              </div>
              {withdraw && !withdrawn && <Withdraw record={record} action={withdraw} />}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

function validityOfRow({ item: key, passedOn, validUntil }: SafetyRow, species: Species): string {
  const item = itemOf(key, species)
  return validityOf(key, item && lastDay(item, { on: passedOn, validUntil }))
}

function Withdraw({ record, action }: { record: SafetyRow; action: FormAction }) {
  const t = text('safety')
  return (
    <Disclosure summary={t('withdraw.open')}>
      <Form
        action={action}
        schema="withdrawSafety"
        label={`${t('withdraw.open')}: ${seenBy(record)}`}
        className="form form-part"
      >
        <HiddenField name="recordId" value={record.id} />
        <TextField name="reason" label={t('withdraw.reason')} required />
        <div className="form-acts">
          <Submit look="quiet">{t('withdraw.submit')}</Submit>
        </div>
      </Form>
    </Disclosure>
  )
}
