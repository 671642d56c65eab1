import { ActionButton } from '@/components/form/action-button'
import { Form } from '@/components/form/form'
import { HiddenField, SelectField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Section } from '@/components/ui/section'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { FormAction } from '@/lib/domain/result/form-state'
import { safetyItems } from '@/lib/domain/safety/items'
import type { SafetyRow } from '@/lib/domain/standing/overview'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

const labelOf = (item: string, species: Species) =>
  text('safety')(`item.${item === 'site_check' ? `site_check_${species}` : item}`)

type Props = { animalId: string; species: Species; action: FormAction }

/** One tick at a time, with what it rests on. */
export function SafetyItemForm({ animalId, species, action }: Props) {
  const t = text('session')
  const items = safetyItems.filter((item) => item.species.includes(species))
  return (
    <Section title={t('safety.record')}>
      <Form action={action} schema="safetyItem" label={t('safety.record')} className="form form-part">
        <HiddenField name="animalId" value={animalId} />
        <SelectField
          name="item"
          label={t('safety.item')}
          empty=""
          options={items.map(({ key }) => ({ value: key, label: labelOf(key, species) }))}
        />
        <div className="field-pair">
          <TextField
            name="passedOn"
            label={t('safety.passedOn')}
            hint={t('safety.passedOnHint')}
            type="date"
          />
          <TextField
            name="validUntil"
            label={t('safety.validUntil')}
            hint={t('safety.validUntilHint')}
            type="date"
          />
        </div>
        <TextField name="site" label={t('safety.site')} hint={t('safety.siteHint')} />
        <TextField name="evidence" label={t('safety.evidence')} hint={t('safety.evidenceHint')} />
        <div className="form-acts">
          <Submit>{t('safety.submit')}</Submit>
        </div>
      </Form>
    </Section>
  )
}

type RecordsProps = { records: readonly SafetyRow[]; species: Species; withdraw: FormAction | null }

/** What was ticked and stands, each with a way to take it back. */
export function SafetyRecords({ records, species, withdraw }: RecordsProps) {
  const t = text('session')
  return (
    <Section title={t('safety.standing')}>
      {records.length === 0 && <p className="small quiet pt-3">{t('safety.none')}</p>}
      <ul className="side-list">
        {records.map(({ id, item, passedOn, validUntil, site, evidence }) => (
          <li key={id}>
            <span />
            <span>
              <b>{labelOf(item, species)}</b>
              <small dir="auto">
                {[
                  dayInYear(passedOn, 'UTC'),
                  validUntil && text('safety')('until', { date: dayInYear(validUntil, 'UTC') }),
                  site,
                  item === 'temperature' ? `${evidence} °C` : evidence,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </small>
            </span>
            {withdraw && (
              <ActionButton action={withdraw} fields={{ recordId: id }} look="plain">
                {t('safety.withdraw')}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
