import type { Temporal } from 'temporal-polyfill'
import { canRunPractice, canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { dayOf } from '@/lib/domain/time/time'
import type { VisitStatus } from '@/lib/domain/visit/status'

type VisitAtDoor = {
  consultantId: string
  status: VisitStatus
  place: 'home' | 'remote'
  from: Temporal.Instant
  zone: string
}

/**
 * Why a household's code stays closed, as a key of the catalogue; null where it may be shown: on the day of the visit
 * on the clocks of the home, to the consultant who goes there, or to whoever runs the practice.
 */
export function codeRefusal(viewer: Viewer, visit: VisitAtDoor, now: Temporal.Instant): string | null {
  const goes = canTrain(viewer) && viewer.memberId === visit.consultantId
  if (!goes && !canRunPractice(viewer)) return 'door.refused.notYours'
  if (visit.place === 'remote') return 'door.refused.remote'
  if (visit.status === 'cancelled' || visit.status === 'no_show') return 'door.refused.off'
  return dayOf(now, visit.zone).equals(dayOf(visit.from, visit.zone)) ? null : 'door.refused.notToday'
}
