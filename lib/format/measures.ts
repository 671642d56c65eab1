import { lengthIn, weightIn, type Units } from '@/lib/domain/animal/measures'
import { locale } from './locale'
import { text } from './text'

const rounded = (value: number, digits: number) =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: digits, useGrouping: false }).format(value)

/** "4.2 kg", below a kilogram "350 g"; "9.26 lb", below a pound "12.3 oz". */
export function weight(grams: number, units: Units): string {
  const t = text('animal')
  if (units === 'metric')
    return grams < 1000 ? `${grams} ${t('unit.g')}` : `${rounded(weightIn(grams, units), 2)} ${t('unit.kg')}`
  const pounds = weightIn(grams, units)
  return pounds < 1 ? `${rounded(pounds * 16, 1)} ${t('unit.oz')}` : `${rounded(pounds, 2)} ${t('unit.lb')}`
}

/** "36.5 cm" or "14.4 in". */
export const length = (millimetres: number, units: Units): string =>
  `${rounded(lengthIn(millimetres, units), 1)} ${lengthUnit(units)}`

export const weightUnit = (units: Units): string => text('animal')(units === 'metric' ? 'unit.kg' : 'unit.lb')
export const lengthUnit = (units: Units): string => text('animal')(units === 'metric' ? 'unit.cm' : 'unit.in')
