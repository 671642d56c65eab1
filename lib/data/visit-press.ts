import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { visit } from '@/db/schema'
import type { MemberViewer, SystemViewer } from '@/lib/domain/access/viewer'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import type { CancelVisit, PressVisit } from '@/lib/domain/visit/schema'
import { canArrive, canBeNoShow, canCancel, canLeave } from '@/lib/domain/visit/status'
import { text } from '@/lib/format/text'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { writeDrive } from './travel-drive'
import { inTurn } from './booking-change'
import { bookableVisits } from './booking-facts'
import { throughTheWall } from './booking-wall'
import { stoodOf, tellHousehold } from './visit-mail'

/** The consultant stands at the door. Refused before the day of the visit, at the home. */
export const arriveAtVisit = (viewer: MemberViewer, input: PressVisit, now: Temporal.Instant) =>
  press(
    viewer,
    input,
    'arrive',
    (its) => {
      if (!canArrive(its.status)) return 'visit.refused.arrive'
      const early = Temporal.PlainDate.compare(dayOf(now, its.zone), dayOf(its.during.from, its.zone)) < 0
      return early ? 'visit.refused.tooEarly' : { status: 'arrived', arrivedAt: now, ...tapped(its, now) }
    },
    (tx, its) => writeDrive(tx, viewer, its, now),
  )

/** The consultant has left; the visit is done. */
export const leaveVisit = (viewer: MemberViewer, input: PressVisit, now: Temporal.Instant) =>
  press(viewer, input, 'leave', (its) =>
    canLeave(its.status) ? { status: 'done', leftAt: now, tappedAt: now } : 'visit.refused.leave',
  )

/** Nobody opened the door. Refused before the visit should have begun. */
export const markNoShow = (viewer: MemberViewer, input: PressVisit, now: Temporal.Instant) =>
  press(viewer, input, 'noShow', (its) =>
    canBeNoShow(its.status, Temporal.Instant.compare(its.during.from, now) <= 0)
      ? { status: 'no_show', ...tapped(its, now) }
      : 'visit.refused.noShow',
  )

/** Calls a visit off, with a reason the household reads; its time is free again at once. */
export const cancelVisit = (viewer: MemberViewer | SystemViewer, input: CancelVisit, now: Temporal.Instant) =>
  asViewer(viewer, async (tx) => {
    const its = await inTurn(tx, viewer, input.id)
    return press(
      viewer,
      input,
      'cancel',
      ({ status }) =>
        canCancel(status)
          ? { status: 'cancelled', cancelledAt: now, cancelReason: input.reason }
          : 'visit.refused.cancel',
      async () => {
        const leaving = [{ visitId: its.id, consultantId: its.consultantId, at: its.during.from }]
        await throughTheWall(tx, viewer, { wishes: [], leaving, answers: {} }, now, () => Promise.resolve())
        await tellHousehold(tx, viewer, input.id, 'cancelled', stoodOf(its), now)
      },
    )
  })

export type Row = typeof visit.$inferSelect

/** The moment of a tap, and how the visit stood before the first of them. */
export const tapped = ({ status, statusBefore }: Row, now: Temporal.Instant): Partial<Row> => ({
  tappedAt: now,
  statusBefore: status === 'booked' || status === 'confirmed' ? status : statusBefore,
})

/** One verb on one visit, under its lock: the change, or the reason against it; refused where somebody was faster. */
export function press(
  viewer: MemberViewer | SystemViewer,
  { id, version }: PressVisit,
  verb: string,
  decide: (its: Row, tx: Tx) => Partial<Row> | string | Promise<Partial<Row> | string>,
  after: (tx: Tx, its: Row) => Promise<void> = () => Promise.resolve(),
): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const mine = and(bookableVisits(viewer), eq(visit.id, idFrom(id)))
    const [row] = await tx.select().from(visit).where(mine).for('update')
    const its = found(row)
    if (its.version !== version) {
      const theirs = { status: text('visit')(`status.${its.status}`) }
      return refused('errors.conflict', { version: its.version, theirs })
    }
    const change = await decide(its, tx)
    if (typeof change === 'string') return refused(change)
    await tx
      .update(visit)
      .set({ ...change, version: version + 1 })
      .where(mine)
    await audit(tx, viewer, verb, 'visit', id)
    await after(tx, its)
    return done()
  })
}
