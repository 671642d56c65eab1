import type { Relation } from '@/lib/domain/relation/relation'
import { dayInYear, monthDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import type { Temporal } from 'temporal-polyfill'

type Said = Pick<Relation, 'kind' | 'since'>

/** "tense since 3 May", with the year where it is another one. */
export function relationSince({ kind, since }: Said, today: Temporal.PlainDate): string {
  const t = text('animal')
  const date = since.year === today.year ? monthDay(since, 'UTC') : dayInYear(since, 'UTC')
  return `${t(`relation.${kind}`)} ${t('relation.since', { date })}`
}
