import type { Temporal } from 'temporal-polyfill'
import { origin } from '@/lib/auth/origin'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'
import { calendarText } from '@/lib/ical/calendar-text'
import { paths } from '@/lib/paths'
import type { VisitFacts } from './messages'

export type FiledVisit = Pick<VisitFacts, 'animals' | 'consultant' | 'place' | 'address'> & {
  id: string
  /** Rises with every change: a calendar takes the later file for the one that holds. */
  version: number
  localStart: Temporal.PlainDateTime
  zone: string
  minutes: number
}

/**
 * Visits as a household's calendar keeps them: one entry each for good, moved or, where they do not stand any more,
 * taken away by the next file it is in.
 */
export function visitFile(
  practiceName: string,
  visits: readonly FiledVisit[],
  stand: boolean,
  now: Temporal.Instant,
): { name: string; bytes: Buffer } {
  const t = text('mail')
  const entries = visits.map((visit) => {
    const { id, version, animals, consultant, zone, place, address } = visit
    const from = visit.localStart.toZonedDateTime(zone).toInstant()
    return {
      uid: `visit-${id}@doorstep`,
      sequence: version,
      changedAt: now,
      from,
      until: from.add({ minutes: visit.minutes }),
      zone,
      status: stand ? ('CONFIRMED' as const) : ('CANCELLED' as const),
      title: t('file.title', { practice: practiceName, animals: listOf(animals) }),
      place: place === 'remote' ? t('visit.remote', { practice: practiceName }) : address,
      text: t('file.text', { consultant }),
      address: origin() + paths.homeVisits(),
    }
  })
  // A CANCEL is of one entry (RFC 5546, 3.2.5): several are published as called off.
  const file = calendarText(practiceName, entries, stand || entries.length > 1 ? 'PUBLISH' : 'CANCEL')
  return { name: t('file.name', { count: visits.length }), bytes: Buffer.from(file) }
}
