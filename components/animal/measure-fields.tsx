import { TextField } from '@/components/form/inputs'
import type { Units } from '@/lib/domain/animal/measures'
import { lengthUnit, weightUnit } from '@/lib/format/measures'
import { text } from '@/lib/format/text'

/** Weight and lengths in the units of the practice. */
export function MeasureFields({ units }: { units: Units }) {
  const t = text('animal')
  const unit = lengthUnit(units)
  return (
    <>
      <p className="field-hint">{t('measure.lead')}</p>
      <div className="grid grid-cols-3 gap-4">
        <TextField
          name="weight"
          label={t('measure.weight', { unit: weightUnit(units) })}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextField name="girth" label={t('measure.girth', { unit })} inputMode="decimal" autoComplete="off" />
        <TextField name="neck" label={t('measure.neck', { unit })} inputMode="decimal" autoComplete="off" />
      </div>
    </>
  )
}
