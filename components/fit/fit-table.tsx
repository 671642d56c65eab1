import { PhotoShown } from '@/components/safety/photo-shown'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { Units } from '@/lib/domain/animal/measures'
import { fitHolds, weightChange } from '@/lib/domain/fit/fit'
import type { FitRow } from '@/lib/domain/fit/row'
import { dayInYear } from '@/lib/format/dates'
import { length, weight } from '@/lib/format/measures'
import { text } from '@/lib/format/text'

type Props = {
  fits: readonly FitRow[]
  units: Units
  /** The latest known weight in grams. */
  weightG: number | null
}

/** How the harness sat over time, and how the weight has changed since each check. */
export function FitTable({ fits, units, weightG }: Props) {
  const t = text('safety')
  const mm = (value: number | null) => (value === null ? '–' : length(value, units))
  return (
    <Section
      title={t('fit.over')}
      aside={weightG === null ? undefined : t('fit.now', { weight: weight(weightG, units) })}
    >
      {fits.length === 0 ? (
        <p className="small quiet pt-3">{t('fit.none')}</p>
      ) : (
        <Table
          caption={t('fit.over')}
          folds
          head={[
            t('fit.day'),
            t('fit.result'),
            t('fit.harness'),
            t('fit.weight'),
            t('fit.girth'),
            t('fit.neck'),
            t('fit.by'),
          ]}
          rows={fits.map((fit) => ({
            key: fit.id,
            cells: [
              dayInYear(fit.on, 'UTC'),
              <Result key="result" fit={fit} />,
              <bdi key="harness">
                {[t(`fit.styles.${fit.style}`), fit.brand, fit.size].filter(Boolean).join(', ')}
              </bdi>,
              weightWords(fit, weightG, units),
              mm(fit.girthMm),
              mm(fit.neckMm),
              <bdi key="by">{fit.seenBy || fit.by}</bdi>,
            ],
          }))}
        />
      )}
    </Section>
  )
}

function Result({ fit }: { fit: FitRow }) {
  const t = text('safety')
  const amiss = [
    !fit.fitsNeck && t('fit.what.neck'),
    !fit.fitsGirth && t('fit.what.girth'),
    !fit.backOut && t('fit.what.backOut'),
    fit.condition === 'damaged' && t('fit.what.condition'),
  ].filter(Boolean)
  return (
    <span className={fitHolds(fit) ? undefined : 'tone-amber'}>
      {fitHolds(fit) ? t('fit.held') : t('fit.notHeld', { what: amiss.join(', ') })}
      {fit.withdrawn && `, ${t('fit.takenBack')}`}
      {fit.remark && <small dir="auto">, {fit.remark}</small>}
      {fit.photoId && <PhotoShown id={fit.photoId} what={t('fit.title')} />}
    </span>
  )
}

/** "4.2 kg, since then +3 %"; the change is left out where the check's own weight is the one of now. */
function weightWords({ weightGrams }: FitRow, weightG: number | null, units: Units): string {
  if (weightGrams === null) return '–'
  const percent = Math.round((weightChange(weightGrams, weightG) ?? 0) * 1000) / 10
  const signed = `${percent > 0 ? '+' : '−'}${String(Math.abs(percent))} %`
  const known = weight(weightGrams, units)
  return percent === 0 ? known : `${known}, ${text('safety')('fit.change', { change: signed })}`
}
