import type { Temporal } from 'temporal-polyfill'
import { ageOf, type Birth } from '@/lib/domain/animal/birth'
import { text } from './text'

/** "3 years", "about 5 years", "8 months", "7 weeks", "age unknown". */
export function age(birth: Birth, today: Temporal.PlainDate): string {
  const t = text('animal')
  const known = ageOf(birth, today)
  if (!known) return t('age.unknown')
  const { years, months, weeks, about } = known
  const said =
    years > 0
      ? t('age.years', { count: years })
      : months >= 4
        ? t('age.months', { count: months })
        : t('age.weeks', { count: weeks })
  return about ? t('age.about', { age: said }) : said
}
