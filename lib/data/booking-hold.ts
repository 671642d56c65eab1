import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { visitHold } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { done, NotFound, type Result } from '@/lib/domain/result/result'
import type { HoldTime } from '@/lib/domain/visit/schema'
import { asViewer, audit, idFrom } from './as-viewer'
import { books, consultantFor, startAt, whatIsBooked } from './booking-facts'
import { throughTheWall, orRefused } from './booking-wall'

const heldBy = (viewer: Viewer, id: string) =>
  and(eq(visitHold.practiceId, viewer.practiceId), eq(visitHold.id, idFrom(id)))

/**
 * Keeps a time free for a household for `minutes` from now: through the wall, like a booking, and in everybody's way
 * until then. When it is over it is in nobody's way, whether or not somebody cleared it away. `inTime`: whoever it is
 * kept free for need not keep the service's notice.
 */
export function holdTime(
  viewer: Viewer,
  input: HoldTime & { inTime?: true },
  now: Temporal.Instant,
): Promise<Result<{ holdId: string; until: Temporal.Instant }>> {
  return orRefused(
    asViewer(viewer, async (tx) => {
      if (!books(viewer)) throw new NotFound()
      const booked = await whatIsBooked(tx, viewer, input)
      if ('reason' in booked) return booked
      const start = startAt(Temporal.PlainDateTime.from(`${input.day}T${input.time}`), booked.zone, now)
      if ('reason' in start) return start
      const consultantId = await consultantFor(tx, viewer, input.consultantId)
      const until = now.add({ minutes: input.minutes })
      const asked = input.inTime ? { notice: 0, horizon: null } : {}
      const wish = { ...booked, ...start, ...asked, consultantId, visitId: '' }
      return throughTheWall(tx, viewer, { wishes: [wish], answers: {} }, now, async ([laid]) => {
        if (!laid) throw new NotFound()
        const [row] = await tx
          .insert(visitHold)
          .values({
            practiceId: viewer.practiceId,
            consultantId,
            clientId: booked.clientId,
            serviceId: booked.serviceId,
            place: booked.place,
            during: laid.during,
            setupMinutes: laid.setupMinutes,
            wrapupMinutes: laid.wrapupMinutes,
            heldUntil: until,
            heldBy: viewer.kind === 'member' ? viewer.memberId : null,
          })
          .returning({ id: visitHold.id })
        const holdId = row?.id ?? ''
        await audit(tx, viewer, 'hold', 'visit_hold', holdId, { until: until.toString() })
        return { holdId, until }
      })
    }),
  )
}

/** Lets go of a hold before its time; one that is over or gone already is not found. */
export function releaseHold(viewer: Viewer, holdId: string): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    if (!books(viewer)) throw new NotFound()
    const gone = await tx.delete(visitHold).where(heldBy(viewer, holdId)).returning({ id: visitHold.id })
    if (gone.length === 0) throw new NotFound()
    await audit(tx, viewer, 'release', 'visit_hold', holdId)
    return done()
  })
}
