import { Form } from '@/components/form/form'
import { ChoiceField, HiddenField, TextArea, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { healthSigns, type Species } from '@/lib/domain/observation/vocabulary'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { VetFlagRow } from '@/lib/domain/standing/overview'
import { text } from '@/lib/format/text'

export function CloseFlagForm({ flag, action }: { flag: VetFlagRow; action: FormAction }) {
  const t = text('safety')
  const sign = text('observation')(`health.${flag.sign}`)
  return (
    <Form
      action={action}
      schema="closeVetFlag"
      label={`${t('vet.close')}: ${sign}`}
      className="form form-part"
    >
      <HiddenField name="flagId" value={flag.id} />
      <HiddenField name="seenTimes" value={String(flag.seenIn.length)} />
      <TextArea name="note" label={t('vet.note')} rows={2} required />
      <div className="form-acts">
        <Submit look="quiet">{t('vet.answer')}</Submit>
      </div>
    </Form>
  )
}

type OpenProps = { animalId: string; species: Species; action: FormAction }

/** For what was seen or heard outside a session. */
export function OpenFlagForm({ animalId, species, action }: OpenProps) {
  const t = text('safety')
  const signs = healthSigns.filter((sign) => (sign.species as readonly Species[]).includes(species))
  return (
    <Form action={action} schema="openVetFlag" label={t('vet.openTitle')} className="form form-part">
      <p className="small quiet">{t('vet.openLead')}</p>
      <HiddenField name="animalId" value={animalId} />
      <ChoiceField
        name="sign"
        label={t('vet.sign')}
        tone="chip-flag"
        options={signs.map(({ key }) => ({ value: key, label: text('observation')(`health.${key}`) }))}
      />
      <TextField name="note" label={t('vet.seenNote')} hint={t('vet.seenNoteHint')} required />
      <div className="form-acts">
        <Submit look="quiet">{t('vet.open')}</Submit>
      </div>
    </Form>
  )
}
