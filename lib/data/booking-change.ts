import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { visit } from '@/db/schema'
import type { MemberViewer, SystemViewer, Viewer } from '@/lib/domain/access/viewer'
import { refused, type Result } from '@/lib/domain/result/result'
import type { MoveVisit, ReassignVisit, RestoreVisit } from '@/lib/domain/visit/schema'
import { canMove, canReassign, canRestore } from '@/lib/domain/visit/status'
import { asViewer, audit } from './as-viewer'
import { auditOverride } from './booking'
import {
  bookableVisits,
  consultantFor,
  faster,
  startAt,
  visitToPlace,
  wallOf,
  wishOf,
  type Standing,
} from './booking-facts'
import { takeTurns, throughTheWall, orRefused, type Laid } from './booking-wall'
import { stoodOf, tellHousehold } from './visit-mail'

/** Moves a visit to another wall time of its home, refused like a booking, and where somebody was faster. */
export function moveVisit(
  viewer: MemberViewer | SystemViewer,
  input: MoveVisit,
  now: Temporal.Instant,
): Promise<Result<{ visitId: string }>> {
  return orRefused(
    asViewer(viewer, async (tx) => {
      const its = await inTurn(tx, viewer, input.id)
      if (its.version !== input.version) return faster(its)
      if (!canMove(its.status)) return refused('visit.refused.move')
      const wall = wallOf(input)
      const start = startAt(wall, its.zone, now)
      if ('reason' in start) return start
      const ask = { wishes: [wishOf(its, start.at)], leaving: [leaving(its)], answers: input }
      return throughTheWall(tx, viewer, ask, now, async (laid) => {
        await writeMove(tx, viewer, its, laid, now)
        return { visitId: its.id }
      })
    }),
  )
}

/** Writes a visit at the time the wall let it through to, and has its household told. */
export async function writeMove(
  tx: Tx,
  viewer: Viewer,
  its: Standing,
  laid: readonly Laid[],
  now: Temporal.Instant,
): Promise<void> {
  const to = laid[0]?.wish.at ?? its.during.from
  const localStart = to.toZonedDateTimeISO(its.zone).toPlainDateTime()
  await writePlace(tx, viewer, its, laid, { localStart, ownWay: its.seriesId !== null })
  await audit(tx, viewer, 'move', 'visit', its.id, { from: its.during.from.toString(), to: to.toString() })
  await tellHousehold(tx, viewer, its.id, 'moved', stoodOf(its), now)
}

/** Hands a visit to another consultant at the same time; refused where that one has none. */
export function reassignVisit(
  viewer: MemberViewer,
  input: ReassignVisit,
  now: Temporal.Instant,
): Promise<Result> {
  return orRefused(
    asViewer(viewer, async (tx) => {
      const consultantId = await consultantFor(tx, viewer, input.consultantId)
      const its = await inTurn(tx, viewer, input.id, consultantId)
      if (its.version !== input.version) return faster(its)
      if (!canReassign(its.status)) return refused('visit.refused.move')
      const wish = wishOf(its, its.during.from, consultantId)
      const ask = { wishes: [wish], leaving: [leaving(its)], answers: input }
      const result = await throughTheWall(tx, viewer, ask, now, async (laid) => {
        await writePlace(tx, viewer, its, laid, { consultantId, ownWay: its.seriesId !== null })
        await audit(tx, viewer, 'reassign', 'visit', its.id, { from: its.consultantId, to: consultantId })
        await tellHousehold(tx, viewer, its.id, 'reassigned', stoodOf(its), now)
      })
      return atTheSameTime(result)
    }),
  )
}

/** Takes up a visit that was called off, at its time, with its consultant; the household is told as of a booking. */
export function restoreVisit(
  viewer: MemberViewer,
  input: RestoreVisit,
  now: Temporal.Instant,
): Promise<Result> {
  return orRefused(
    asViewer(viewer, async (tx) => {
      const its = await inTurn(tx, viewer, input.id)
      if (its.version !== input.version) return faster(its)
      if (!canRestore(its.status, Temporal.Instant.compare(its.during.from, now) > 0))
        return refused('visit.refused.restore')
      await consultantFor(tx, viewer, its.consultantId)
      const ask = { wishes: [wishOf(its, its.during.from)], answers: input }
      const result = await throughTheWall(tx, viewer, ask, now, async (laid) => {
        const back = { status: 'booked', cancelledAt: null, cancelReason: null } as const
        await writePlace(tx, viewer, its, laid, back)
        await audit(tx, viewer, 'restore', 'visit', its.id)
        await tellHousehold(tx, viewer, its.id, 'restored', stoodOf(its), now)
      })
      return atTheSameTime(result)
    }),
  )
}

/** Its time is not asked for, so no other is offered. */
const atTheSameTime = (result: Result): Result => {
  if (result.ok) return result
  const { offers: _, ...refusal } = result
  return refusal.reason === 'visit.refused.taken'
    ? { ...refusal, reason: 'visit.refused.colleagueBusy' }
    : refusal
}

export const leaving = ({ id, consultantId, during }: Standing) => ({
  visitId: id,
  consultantId,
  at: during.from,
})

/** A visit under its lock, after the turns of whoever it concerns: in this order everywhere, so nobody waits in a ring. */
export async function inTurn(tx: Tx, viewer: Viewer, id: string, ...others: string[]): Promise<Standing> {
  const before = await visitToPlace(tx, viewer, id, 'look')
  await takeTurns(tx, [before.consultantId, ...others])
  return visitToPlace(tx, viewer, id)
}

type Change = Partial<typeof visit.$inferInsert>

/** Writes a visit at its new place, with what that place needed to be answered; the audit keeps what was before. */
export async function writePlace(
  tx: Tx,
  viewer: Viewer,
  its: Standing,
  laid: readonly Laid[],
  change: Change,
): Promise<void> {
  const [one] = laid
  if (!one) return
  const { wish: _, ...stands } = one
  await tx
    .update(visit)
    .set({ ...stands, ...change, beside: [], version: its.version + 1 })
    .where(and(bookableVisits(viewer), eq(visit.id, its.id)))
  await auditOverride(tx, viewer, one)
}
