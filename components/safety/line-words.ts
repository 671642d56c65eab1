import type { Temporal } from 'temporal-polyfill'
import { safetyItems, type SafetyItemKey } from '@/lib/domain/safety/items'
import type { SafetyLine } from '@/lib/domain/safety/safety-list'
import type { SafetyRow } from '@/lib/domain/standing/overview'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

/** What a line says of itself: its state, or how long it holds. */
export function holdsFor({ key, state, until, endsInDays }: SafetyLine): string {
  const t = text('safety')
  if (key === 'no_vet_flag') return state === 'ok' ? t('readFromFlags') : t('vet.isOpen')
  if (state === 'expired' && until)
    return `${t('state.expired')}, ${t('expiredOn', { date: dayInYear(until, 'UTC') })}`
  if (state !== 'ok') return t(`state.${state}`)
  const held = validityOf(key, until)
  return endsInDays === null ? held : `${held}, ${t('endsIn', { days: endsInDays })}`
}

/** Until when a look at an item holds: a date, or the kind of end it has. */
export function validityOf(key: SafetyItemKey, until: Temporal.PlainDate | null): string {
  const t = text('safety')
  const kind = safetyItems.find((item) => item.key === key)?.validity.kind
  if (kind === 'this_day') return t('today')
  if (kind === 'this_site') return t('thisSite')
  return until ? t('until', { date: dayInYear(until, 'UTC') }) : t('forGood')
}

/** How a look is known: a fit, a photo, a reading, or somebody's eyes; with the words that were written. */
export function knownBy({ item, fitId, photoId, evidence, site }: SafetyRow): string {
  const t = text('safety')
  const reading = item === 'temperature'
  const kind = fitId ? 'fit' : reading ? 'measure' : photoId ? 'photo' : 'tick'
  return [
    t(`known.${kind}`, { value: evidence }),
    reading ? '' : evidence,
    item === 'site_check' ? t('site', { site: site || t('home') }) : '',
  ]
    .filter(Boolean)
    .join(', ')
}

export function seenBy({ passedOn, seenBy: name, by }: SafetyRow): string {
  const date = dayInYear(passedOn, 'UTC')
  const seen = name || by
  const key = seen === by ? 'seenOn' : 'seenOnBy'
  return text('safety')(key, { date, name: seen, by })
}
