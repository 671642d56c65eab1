import type { Temporal } from 'temporal-polyfill'
import { origin } from '@/lib/auth/origin'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'
import { calendarText } from '@/lib/ical/calendar-text'
import { paths } from '@/lib/paths'
import type { VisitFacts } from './messages'

type Visit = Pick<VisitFacts, 'practiceName' | 'animals' | 'consultant' | 'address'> & {
  id: string
  /** Rises with every change: a calendar takes the later file for the one that holds. */
  version: number
  localStart: Temporal.PlainDateTime
  zone: string
  minutes: number
  stands: boolean
}

/** A visit as a household's calendar keeps it: one entry for good, moved or taken away by the next file of the visit. */
export function visitFile(visit: Visit, now: Temporal.Instant): { name: string; bytes: Buffer } {
  const { id, practiceName, animals, consultant, zone, stands } = visit
  const t = text('mail')
  const from = visit.localStart.toZonedDateTime(zone).toInstant()
  const entry = {
    uid: `visit-${id}@doorstep`,
    sequence: visit.version,
    changedAt: now,
    from,
    until: from.add({ minutes: visit.minutes }),
    zone,
    status: stands ? ('CONFIRMED' as const) : ('CANCELLED' as const),
    title: t('file.title', { practice: practiceName, animals: listOf(animals) }),
    place: visit.address,
    text: t('file.text', { consultant }),
    address: origin() + paths.homeVisits(),
  }
  const file = calendarText(practiceName, [entry], stands ? 'PUBLISH' : 'CANCEL')
  return { name: t('file.name'), bytes: Buffer.from(file) }
}
