import { Temporal } from 'temporal-polyfill'
import { canMove, type VisitStatus } from '@/lib/domain/visit/status'

/** Until when a household moves or cancels a visit itself: so many hours before it begins. */
export const changeableUntil = (start: Temporal.Instant, hours: number): Temporal.Instant =>
  start.subtract({ hours })

/** What a household may do with a visit now: change it itself, call the practice, or nothing because it began or is over. */
export function ownerMay(
  { status, from }: { status: VisitStatus; from: Temporal.Instant },
  hours: number,
  now: Temporal.Instant,
): 'change' | 'call' | 'nothing' {
  if (!canMove(status) || Temporal.Instant.compare(from, now) <= 0) return 'nothing'
  return Temporal.Instant.compare(now, changeableUntil(from, hours)) <= 0 ? 'change' : 'call'
}
