import type { Temporal } from 'temporal-polyfill'
import { Form } from '@/components/form/form'
import { HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { Units } from '@/lib/domain/animal/measures'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { dayInYear } from '@/lib/format/dates'
import { length, lengthUnit, weight } from '@/lib/format/measures'
import { text } from '@/lib/format/text'
import { MeasureFields } from './measure-fields'

type Taken = {
  id: string
  takenOn: Temporal.PlainDate
  weightGrams: number | null
  girthMm: number | null
  neckMm: number | null
  lengthMm: number | null
  gear: string
}
type Props = {
  animal: { id: string; name: string; species: Species }
  measures: readonly Taken[]
  units: Units
  today: Temporal.PlainDate
  zone: string
  action: FormAction
}

/** Measures over time, and a small form for those of today. */
export function Measures({ animal, measures, units, today, zone, action }: Props) {
  const t = text('animal')
  const isRat = animal.species === 'rat'
  return (
    <Section title={t('measure.title')} className="form">
      {measures.length === 0 ? (
        <p className="small quiet">{t('measure.none')}</p>
      ) : (
        <MeasureTable name={animal.name} measures={measures} units={units} zone={zone} isRat={isRat} />
      )}
      <Disclosure summary={t('measure.add')}>
        <Form
          // A form of its own after each one written down: nothing is sent twice.
          key={measures[0]?.id ?? 'first'}
          action={action}
          schema="measure"
          label={t('measure.add')}
          className="form"
          defaults={{ takenOn: today.toString() }}
        >
          <HiddenField name="animalId" value={animal.id} />
          <MeasureFields units={units} />
          <div className="field-pair">
            {isRat && (
              <TextField
                name="length"
                label={t('measure.length', { unit: lengthUnit(units) })}
                inputMode="decimal"
                autoComplete="off"
              />
            )}
            <TextField name="takenOn" label={t('measure.takenOn')} type="date" max={today.toString()} />
            <TextField name="gear" label={t('measure.gear')} autoComplete="off" />
          </div>
          <div className="form-acts">
            <Submit look="quiet">{t('measure.submit')}</Submit>
          </div>
        </Form>
      </Disclosure>
    </Section>
  )
}

type TableProps = Pick<Props, 'measures' | 'units' | 'zone'> & { name: string; isRat: boolean }

function MeasureTable({ name, measures, units, zone, isRat }: TableProps) {
  const t = text('animal')
  const long = (millimetres: number | null) => (millimetres === null ? '–' : length(millimetres, units))
  return (
    <Table
      caption={t('measure.caption', { name })}
      folds
      head={[
        t('measure.day'),
        t('measure.weightHead'),
        t('measure.girthHead'),
        t('measure.neckHead'),
        ...(isRat ? [t('measure.lengthHead')] : []),
        t('measure.gear'),
      ]}
      rows={measures.map((taken) => ({
        key: taken.id,
        cells: [
          dayInYear(taken.takenOn, zone),
          taken.weightGrams === null ? '–' : weight(taken.weightGrams, units),
          long(taken.girthMm),
          long(taken.neckMm),
          ...(isRat ? [long(taken.lengthMm)] : []),
          <bdi key="gear">{taken.gear || '–'}</bdi>,
        ],
      }))}
    />
  )
}
