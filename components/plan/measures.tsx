import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { Units } from '@/lib/domain/animal/measures'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { MeasureRow } from '@/lib/domain/standing/overview'
import { dayInYear } from '@/lib/format/dates'
import { length, weight } from '@/lib/format/measures'
import { text } from '@/lib/format/text'

type Props = { measures: readonly MeasureRow[]; species: Species; units: Units }

/** The latest measures of the body the harness has to fit. */
export function Measures({ measures, species, units }: Props) {
  const t = text('plan')
  const rat = species === 'rat'
  const mm = (value: number | null) => (value === null ? '' : length(value, units))
  return (
    <Section title={t('measures')}>
      {measures.length === 0 ? (
        <p className="small quiet pt-3">{t('noMeasures')}</p>
      ) : (
        <Table
          caption={t('measures')}
          head={[
            text('session')('day'),
            t('weight'),
            t('girth'),
            t('neck'),
            ...(rat ? [t('lengthBack')] : []),
          ]}
          rows={measures.map((row) => ({
            key: row.id,
            cells: [
              dayInYear(row.takenOn, 'UTC'),
              row.weightGrams === null ? '' : weight(row.weightGrams, units),
              mm(row.girthMm),
              mm(row.neckMm),
              ...(rat ? [mm(row.lengthMm)] : []),
            ],
          }))}
        />
      )}
    </Section>
  )
}
