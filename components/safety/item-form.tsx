import { Form } from '@/components/form/form'
import { HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/result/form-state'
import { isOfTheDay } from '@/lib/domain/safety/safety-list'
import type { SafetyItem } from '@/lib/domain/safety/items'
import { text } from '@/lib/format/text'
import { PhotoEvidence } from './photo-evidence'

type Props = {
  animalId: string
  clientId: string
  item: SafetyItem
  site: string
  photosAllowed: boolean
  action: FormAction
}

/** One look at an item: only what this item asks for, and everything else left to today and to whoever writes. */
export function ItemForm({ animalId, clientId, item, site, photosAllowed, action }: Props) {
  const t = text('safety')
  const { key, validity } = item
  const reading = key === 'temperature'
  const asksNothing = key === 'escape_plan' || (isOfTheDay(item) && !reading)
  const fields = (
    <>
      {reading ? (
        <TextField
          name="evidence"
          label={t('form.degrees')}
          hint={t('temperatureNote')}
          required
          className="field-short"
        />
      ) : (
        <TextField name="evidence" label={t('form.evidence')} hint={t('form.evidenceHint')} />
      )}
      <div className="field-pair">
        <TextField name="seenBy" label={t('form.seenBy')} hint={t('form.seenByHint')} autoComplete="off" />
        {!isOfTheDay(item) && (
          <TextField name="passedOn" label={t('form.passedOn')} hint={t('form.passedOnHint')} type="date" />
        )}
      </div>
      {!reading && <PhotoEvidence animalId={animalId} clientId={clientId} allowed={photosAllowed} />}
    </>
  )
  const submit = (
    <div className="form-acts">
      <Submit>{t(key === 'escape_plan' ? 'form.submitEscape' : 'form.submit')}</Submit>
    </div>
  )
  return (
    <Section title={t('form.title')}>
      <Form
        action={action}
        schema="safetyItem"
        label={t('form.title')}
        defaults={{ site }}
        className="form form-part"
      >
        <HiddenField name="animalId" value={animalId} />
        <HiddenField name="item" value={key} />
        {validity.kind === 'until_given' && (
          <TextField
            name="validUntil"
            label={t('form.validUntil')}
            hint={t('form.validUntilHint')}
            type="date"
            required
            className="field-short"
          />
        )}
        {validity.kind === 'this_site' && (
          <TextField name="site" label={t('form.site')} hint={t('form.siteHint')} />
        )}
        {asksNothing ? (
          <>
            {submit}
            <Disclosure summary={t('form.more')}>
              <div className="form pt-3">{fields}</div>
            </Disclosure>
          </>
        ) : (
          <>
            {fields}
            {submit}
          </>
        )}
      </Form>
    </Section>
  )
}
