import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { visit, visitSeries } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { NotFound, refused, type Refusal, type Result } from '@/lib/domain/result/result'
import { occurrencesOf, type SeriesRule } from '@/lib/domain/scheduling/series'
import {
  changeFollowing as changesOf,
  endBefore,
  ruleFrom,
  type SeriesVisit,
} from '@/lib/domain/scheduling/series-edit'
import type { Weekday } from '@/lib/domain/scheduling/working-time'
import type { ChangeFollowing } from '@/lib/domain/series/schema'
import type { CancelVisit } from '@/lib/domain/visit/schema'
import { canCancel, canMove } from '@/lib/domain/visit/status'
import { asViewer, audit, found } from './as-viewer'
import { writePlace } from './booking-change'
import {
  bookableVisits,
  consultantFor,
  faster,
  visitsOfSeries,
  visitToPlace,
  wallOf,
  whatIsBooked,
  wishOf,
  type Standing,
} from './booking-facts'
import { orRefused, takeTurns, throughTheWall } from './booking-wall'
import { wishesAt } from './series'
import { tellOfSeries } from './series-mail'

const bookableSeries = (viewer: Viewer, id: string) => {
  if (!canKeepClients(viewer)) throw new NotFound()
  return and(eq(visitSeries.practiceId, viewer.practiceId), eq(visitSeries.id, id))
}

/**
 * Gives one visit of a series and those that follow it another time, service or consultant; all of them or none. What
 * is over, called off or was changed on its own stays as it is. From there on they are another series that follows.
 */
export function changeFollowing(
  viewer: MemberViewer,
  input: ChangeFollowing,
  now: Temporal.Instant,
): Promise<Result<{ visitId: string }>> {
  return orRefused(
    asViewer(viewer, async (tx) => {
      const consultantId = await consultantFor(tx, viewer, input.consultantId)
      const one = await followed(tx, viewer, input, now, [consultantId])
      if ('reason' in one) return one
      const { its, rows, rule, from, series } = one
      if (!canMove(its.status)) return refused('visit.refused.move')
      const service = await otherService(tx, viewer, its, input.serviceId)
      if (service && 'reason' in service) return service
      const following = occurrencesOf(rule).filter(({ day }) => Temporal.PlainDate.compare(day, from) >= 0)
      const after = { ...ruleFrom(rule, from, wallOf(input)), end: { count: following.length } }
      const { moved } = changesOf(rule, one.visits, from, after)
      const rowOf = new Map(rows.map((row) => [row.id, row]))
      const wishes = wishesAt(moved, its.zone, now, (at, { id }) => ({
        ...wishOf(found(rowOf.get(id)), at, consultantId),
        ...service?.wish,
      }))
      if ('reason' in wishes) return wishes
      const leaving = moved.map(({ id }) => leavingOf(found(rowOf.get(id))))
      const ask = { wishes, leaving, answers: { anyway: input.anyway }, together: true }
      return throughTheWall(tx, viewer, ask, now, async (laid) => {
        const id = randomUUID()
        const { practiceId, clientId } = series
        const serviceId = service?.row.serviceId ?? series.serviceId
        await tx.insert(visitSeries).values({
          ...{ practiceId, id, clientId, serviceId, consultantId, follows: series.id },
          ...{ firstStart: after.first, everyWeeks: after.everyWeeks, weekdays: [...after.weekdays] },
          ...{ occurrences: following.length, bookedBy: viewer.memberId },
        })
        const untilDay = from.subtract({ days: 1 })
        await tx
          .update(visitSeries)
          .set({ occurrences: null, untilDay })
          .where(bookableSeries(viewer, series.id))
        const wanted = occurrencesOf(after)
        for (const [n, { day }] of following.entries())
          await tx
            .update(visit)
            .set({ seriesId: id, occurrence: wanted[n]?.day ?? day })
            .where(and(bookableVisits(viewer), eq(visit.seriesId, series.id), eq(visit.occurrence, day)))
        for (const [n, { wall }] of moved.entries()) {
          const row = found(rowOf.get(moved[n]?.id ?? ''))
          const place = { localStart: wall, consultantId, ownWay: false, ...service?.row }
          await writePlace(tx, viewer, row, laid.slice(n, n + 1), place)
          const start = found(laid[n]).wish.at
          const detail = { from: row.during.from.toString(), to: start.toString() }
          await audit(
            tx,
            viewer,
            start.equals(row.during.from) ? 'reassign' : 'move',
            'visit',
            row.id,
            detail,
          )
        }
        await audit(tx, viewer, 'change', 'visit_series', id, { follows: series.id, visits: moved.length })
        await tellOfSeries(tx, viewer, id, { is: 'changed' }, now)
        return { visitId: its.id }
      })
    }),
  )
}

/** Calls off one visit of a series and those that follow it, with a reason; others and their notes stay. */
export function endSeries(
  viewer: MemberViewer,
  input: CancelVisit,
  now: Temporal.Instant,
): Promise<Result<{ visitId: string }>> {
  return asViewer(viewer, async (tx) => {
    const one = await followed(tx, viewer, input, now, [])
    if ('reason' in one) return one
    const { its, rows, rule, from, series } = one
    if (!canCancel(its.status)) return refused('visit.refused.cancel')
    const { freed } = endBefore(rule, one.visits, from)
    const leaving = rows.filter(({ id }) => freed.includes(id)).map(leavingOf)
    return throughTheWall(tx, viewer, { wishes: [], leaving, answers: {} }, now, async () => {
      for (const row of rows.filter(({ id }) => freed.includes(id))) {
        await tx
          .update(visit)
          .set({
            ...{ status: 'cancelled', cancelledAt: now, cancelReason: input.reason },
            version: row.version + 1,
          })
          .where(and(bookableVisits(viewer), eq(visit.id, row.id)))
        await audit(tx, viewer, 'cancel', 'visit', row.id)
      }
      await audit(tx, viewer, 'end', 'visit_series', series.id, { visits: freed.length })
      await tellOfSeries(tx, viewer, series.id, { is: 'ended', reason: input.reason, ended: freed }, now)
      return { visitId: its.id }
    })
  })
}

type Followed = {
  its: Standing
  series: typeof visitSeries.$inferSelect
  rule: SeriesRule
  /** The day the series meant this one for. */
  from: Temporal.PlainDate
  rows: Standing[]
  visits: SeriesVisit[]
}

/** A visit with its series and all visits of it, under their locks, after the turns of whoever they concern. */
async function followed(
  tx: Tx,
  viewer: Viewer,
  { id, version }: { id: string; version: number },
  now: Temporal.Instant,
  others: readonly string[],
): Promise<Followed | Refusal> {
  const before = await visitToPlace(tx, viewer, id, 'look')
  const [series] = await tx
    .select()
    .from(visitSeries)
    .where(bookableSeries(viewer, before.seriesId ?? ''))
  const { id: seriesId, consultantId } = found(series)
  await takeTurns(tx, [before.consultantId, consultantId, ...others])
  const rows = await visitsOfSeries(tx, viewer, seriesId)
  const its = rows.find((row) => row.id === before.id)
  // Somebody took it into another series meanwhile.
  if (!its?.occurrence) return faster(before)
  if (its.version !== version) return faster(its)
  const visits = rows.flatMap((row) => {
    const settled = !canMove(row.status) || Temporal.Instant.compare(row.during.from, now) < 0
    const own = row.ownWay && row.id !== its.id
    return row.occurrence ? [{ id: row.id, day: row.occurrence, own, settled }] : []
  })
  return { its, rows, visits, from: its.occurrence, series: found(series), rule: ruleOfRow(found(series)) }
}

function ruleOfRow(row: typeof visitSeries.$inferSelect): SeriesRule {
  const { firstStart: first, everyWeeks, occurrences, untilDay } = row
  const end = untilDay ? { until: untilDay } : { count: occurrences ?? 0 }
  return { first, everyWeeks, weekdays: row.weekdays as Weekday[], end }
}

/** What another service asks of a day and says on the row; null where it is the one that was booked. */
async function otherService(tx: Tx, viewer: Viewer, its: Standing, serviceId: string) {
  if (serviceId === its.serviceId) return null
  const asked = await whatIsBooked(tx, viewer, {
    clientId: its.clientId,
    serviceId,
    animalIds: its.animalIds,
  })
  if ('reason' in asked) return asked
  const { minutes, setUp, wrapUp, maxDrive, place } = asked
  return {
    wish: { minutes, setUp, wrapUp, maxDrive, place },
    row: { serviceId: asked.serviceId, minutes, place },
  }
}

const leavingOf = ({ id, consultantId, during }: Standing) => ({ visitId: id, consultantId, at: during.from })
