import type { CalendarEntry, FeedVisit } from '@/lib/domain/feed/feed'
import { sideOf } from '@/lib/domain/feed/side'
import { Temporal } from 'temporal-polyfill'
import { listOf } from './list'
import { text } from './text'

const t = text('feed')

/**
 * The entries of a visit: itself, and the way there where `travel` asks for it. `address` is where the visit is
 * looked at, for those who may. A visit that came without its household is told without it.
 */
export function entriesOf(visit: FeedVisit, address: string, travel: boolean): CalendarEntry[] {
  const { id, version, changedAt, from, until, leaves, zone, household } = visit
  const status = statusOf(visit)
  const said = (title: string) => (status === 'CANCELLED' ? t('entry.cancelled', { title }) : title)
  const contact = household ? [household.contact, household.phone].filter(Boolean).join(', ') : ''
  const open = t('entry.open', { address })
  const shared = { sequence: version, changedAt, zone, status, address }
  const itself: CalendarEntry = {
    ...shared,
    ...{ uid: `visit-${id}@doorstep`, from, until, place: household?.address ?? '' },
    title: said(household ? fullTitle(visit, household.name) : leastTitle(visit, t('entry.visit'))),
    text: [contact, open].filter(Boolean).join('\n'),
  }
  const drives = visit.place === 'home' && Temporal.Instant.compare(leaves, from) < 0
  if (!travel || !drives) return [itself]
  const title = said(leastTitle(visit, t('entry.way')))
  const way = {
    ...shared,
    uid: `way-${id}@doorstep`,
    from: leaves,
    until: from,
    title,
    place: '',
    text: open,
  }
  return [way, itself]
}

const statusOf = ({ status }: FeedVisit): CalendarEntry['status'] =>
  status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'

function leastTitle({ animals, place, home, office }: FeedVisit, what: string): string {
  const side = sideOf(home, office)
  const where = place === 'remote' ? t('entry.remote') : side && t(`entry.side.${side}`)
  const who = listOf(animals)
  if (!where) return who ? t('entry.least', { what, who }) : what
  return who ? t('entry.leastAt', { what, who, where }) : t('entry.whereOnly', { what, where })
}

function fullTitle({ animals, serviceName: service }: FeedVisit, household: string): string {
  const who = listOf(animals)
  return who ? t('entry.full', { service, who, household }) : t('entry.fullAlone', { service, household })
}
