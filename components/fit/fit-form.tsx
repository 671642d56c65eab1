import { MeasureFields } from '@/components/animal/measure-fields'
import { Form } from '@/components/form/form'
import { ChoiceField, HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { PhotoEvidence } from '@/components/safety/photo-evidence'
import { Section } from '@/components/ui/section'
import type { Units } from '@/lib/domain/animal/measures'
import { gearConditions, harnessStyles } from '@/lib/domain/fit/fit'
import type { FitRow } from '@/lib/domain/fit/row'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

type Props = {
  animalId: string
  clientId: string
  species: Species
  units: Units
  /** The check before, whose harness is probably the one of today. */
  before: FitRow | undefined
  photosAllowed: boolean
  action: FormAction
}

/** A fit check in the order of the hand: what is on, the fingers, the way back, then what was measured. */
export function FitForm({ animalId, clientId, species, units, before, photosAllowed, action }: Props) {
  const t = text('safety')
  const fingers = t(`fit.fingers.${species}`)
  const answers = ['yes', 'no'].map((value) => ({ value, label: t(`fit.${value}`) }))
  return (
    <Section title={t('fit.new')}>
      <Form
        action={action}
        schema="fit"
        label={t('fit.new')}
        defaults={{ brand: before?.brand, size: before?.size, style: before?.style }}
        className="form form-part"
      >
        <HiddenField name="animalId" value={animalId} />
        <ChoiceField name="fitsNeck" label={t('fit.neckCheck', { fingers })} options={answers} />
        <ChoiceField name="fitsGirth" label={t('fit.girthCheck', { fingers })} options={answers} />
        <ChoiceField name="backOut" label={t('fit.backOut')} hint={t('fit.backOutHint')} options={answers} />
        <ChoiceField
          name="condition"
          label={t('fit.condition')}
          hint={t('fit.conditionHint')}
          options={gearConditions.map((value) => ({ value, label: t(`fit.conditions.${value}`) }))}
        />
        <ChoiceField
          name="style"
          label={t('fit.style')}
          {...(species === 'cat' && { hint: t('fit.styleHint') })}
          options={harnessStyles.map((value) => ({ value, label: t(`fit.styles.${value}`) }))}
        />
        <div className="field-pair">
          <TextField name="brand" label={t('fit.brand')} />
          <TextField name="size" label={t('fit.size')} />
        </div>
        <MeasureFields units={units} />
        <div className="field-pair">
          <TextField name="checkedOn" label={t('fit.checkedOn')} hint={t('form.passedOnHint')} type="date" />
          <TextField name="seenBy" label={t('form.seenBy')} hint={t('form.seenByHint')} autoComplete="off" />
        </div>
        <TextField name="remark" label={t('fit.remark')} />
        <PhotoEvidence animalId={animalId} clientId={clientId} allowed={photosAllowed} />
        <div className="form-acts">
          <Submit>{t('fit.submit')}</Submit>
        </div>
      </Form>
    </Section>
  )
}
