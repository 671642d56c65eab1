import type { Temporal } from 'temporal-polyfill'
import { refused, type Offer, type Refusal } from '@/lib/domain/result/result'
import type { Verdict } from '@/lib/domain/visit/obstacles'
import { dayAndTime } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

type No = Exclude<Verdict, 'fits'>

/** Why a visit cannot stand, with the times that could. */
export function refusalOf(verdict: No, list: string, offers: readonly Offer[], owns: boolean): Refusal {
  const more = { values: { list }, offers }
  if (verdict === 'sayWhy')
    return refused('visit.refused.sayWhy', { ...more, fields: { anyway: 'visit.sayWhy' } })
  if (verdict === 'notAllowed') return refused('visit.refused.onlyOwner', more)
  const fields = owns ? { fields: { overlap: 'visit.layOverHint' } } : {}
  return refused(offers.length > 0 ? 'visit.refused.taken' : 'visit.refused.full', { ...more, ...fields })
}

/** What speaks against one visit of several. */
export type Against = { verdict: No; at: Temporal.Instant; zone: string; list: string }

/** How many of them a refusal names: ours. */
const named = 4

/** Why visits that are booked together cannot stand: each that is in the way, by its day. */
export function refusalOfSeries(against: readonly Against[]): Refusal {
  const t = text('series')
  const lines = against.map(({ at, zone, list }) => `${dayAndTime(at, zone)}: ${list}`)
  const more = lines.length > named ? [t('refused.more', { count: lines.length - named })] : []
  const values = { list: [...lines.slice(0, named), ...more].join(' ') }
  return against.some(({ verdict }) => verdict === 'taken')
    ? refused('series.refused.taken', { values })
    : refused('series.refused.sayWhy', { values, fields: { anyway: 'visit.sayWhy' } })
}
