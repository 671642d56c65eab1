import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, visit, visitChange, waitingOffer } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { instantOf } from '@/lib/domain/time/time'
import type { FreedTime } from '@/lib/domain/waiting/pages'
import type { OfferTime, WithdrawOffers } from '@/lib/domain/waiting/schema'
import { withdraw } from '@/lib/mail/outbox'
import { asViewer, asViewerOrNothing, audit, found, idFrom } from './as-viewer'
import { bookableVisits, visitToPlace } from './booking-facts'
import { orRefused, takeTurns } from './booking-wall'
import { whoFits, type Freed } from './waiting-fits'
import { mailOfOffer } from './waiting-mail'
import { endOffer, keptOffers, offerNext, passOnOffers } from './waiting-turn'

const live = ['next', 'open'] as const

/**
 * The time a visit left when it was called off, moved or handed over: to whom it was offered, or for whom it fits.
 * Null where it left none that lies ahead, or nobody waits. Ten statements at most, eleven with a route server; one where
 * it left none.
 */
export function freedTimeOf(
  viewer: Viewer,
  visitId: string,
  now: Temporal.Instant,
): Promise<FreedTime | null> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const freed = await freedBy(tx, viewer, visitId, now)
    if (!freed) return null
    await passOnOffers(viewer, now)
    const offers = await offersOf(tx, viewer, visitId)
    const isLive = offers.some(({ state }) => state === 'next' || state === 'open')
    const taken = offers.some(({ state }) => state === 'accepted')
    const { waits, fitting } =
      isLive || taken ? { waits: 0, fitting: [] } : await whoFits(tx, viewer, freed, now)
    if (waits === 0 && offers.length === 0) return null
    const { from, zone, consultantName } = freed
    const fits = fitting.map(({ id, household, serviceName, since, words, zone, slot }) => ({
      ...{ id, household, serviceName, since, words, zone },
      ...{ startsAt: Temporal.Instant.fromEpochMilliseconds(slot.start), added: Math.max(0, slot.added) },
    }))
    return { visitId, from, zone, consultantName, offers, fits }
  })
}

/**
 * Offers the time a visit left to one household, or to several one after another in the order that was chosen: the
 * first is asked now, the time is held until its deadline. Refused while it is offered already, and where it fits
 * nobody of them any more.
 */
export function offerFreedTime(
  viewer: MemberViewer,
  { visitId, minutes, order, waitingIds, only }: OfferTime,
  now: Temporal.Instant,
): Promise<Result> {
  return orRefused(
    asViewerOrNothing(viewer, async (tx) => {
      if (!canKeepClients(viewer)) throw new NotFound()
      const freed = await freedBy(tx, viewer, visitId, now)
      if (!freed) return refused('waiting.refused.gone')
      await takeTurns(tx, [freed.consultantId])
      const offers = await offersOf(tx, viewer, visitId)
      if (offers.some(({ state }) => ['next', 'open', 'accepted'].includes(state)))
        return refused('waiting.refused.offered')
      const wanted = only ? [only] : waitingIds
      const { fitting } = await whoFits(tx, viewer, freed, now)
      const asked = fitting.filter(({ id }) => wanted.includes(id))
      if (asked.length === 0)
        return refused(wanted.length === 0 ? 'waiting.refused.nobody' : 'waiting.refused.gone')
      const inOrder = order === 'driving' ? asked.toSorted((a, b) => a.slot.added - b.slot.added) : asked
      const round = randomUUID()
      await tx.insert(waitingOffer).values(
        inOrder.map(({ id: waitingId, clientId, slot }, place) => ({
          ...{ practiceId: viewer.practiceId, round, place, waitingId, clientId, freedBy: visitId },
          ...{ consultantId: freed.consultantId, answerMinutes: minutes, offeredBy: viewer.memberId },
          startsAt: Temporal.Instant.fromEpochMilliseconds(slot.start),
        })),
      )
      return (await offerNext(tx, viewer, round, now)) ? done() : refused('waiting.refused.gone')
    }),
  )
}

/** Takes back what was offered of a time and nobody answered yet: it is free again. A mail that waits goes nowhere. */
export function withdrawOffers(
  viewer: MemberViewer,
  { visitId }: WithdrawOffers,
  now: Temporal.Instant,
): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    await visitToPlace(tx, viewer, visitId, 'look')
    const its = and(keptOffers(viewer), eq(waitingOffer.freedBy, visitId), inArray(waitingOffer.state, live))
    const seen = await tx.select({ who: waitingOffer.consultantId }).from(waitingOffer).where(its)
    await takeTurns(
      tx,
      seen.map(({ who }) => who),
    )
    const rows = await tx.select().from(waitingOffer).where(its).for('update')
    if (rows.length === 0) return refused('waiting.refused.over')
    for (const offer of rows) {
      await endOffer(tx, viewer, offer, 'withdrawn', now)
      await withdraw(tx, viewer.practiceId, mailOfOffer(offer.id))
    }
    await audit(tx, viewer, 'withdrawOffers', 'visit', visitId)
    return done()
  })
}

/** Where a visit stood before the last thing done with it, if that time lies ahead and is not its own any more. */
async function freedBy(
  tx: Tx,
  viewer: Viewer,
  visitId: string,
  now: Temporal.Instant,
): Promise<Freed | null> {
  const [row] = await tx
    .select({
      visit,
      before: visitChange.before,
      consultantName: sql<string>`(select m.name from app.member m where m.practice_id = ${visit.practiceId}
        and m.id = (${visitChange.before} ->> 'consultantId')::uuid)`,
    })
    .from(visit)
    .leftJoin(
      visitChange,
      and(eq(visitChange.practiceId, visit.practiceId), eq(visitChange.visitId, visit.id)),
    )
    .where(and(bookableVisits(viewer), eq(visit.id, idFrom(visitId))))
    .orderBy(desc(visitChange.version))
    .limit(1)
  const { visit: its, before, consultantName } = found(row)
  if (!before?.stands) return null
  const { consultantId } = before
  const wall = Temporal.PlainDateTime.from(before.start)
  const from = instantOf(wall, its.zone)
  const same = its.status !== 'cancelled' && its.localStart.equals(wall) && its.consultantId === consultantId
  if (same || typeof from === 'string' || Temporal.Instant.compare(from, now) <= 0) return null
  const until = from.add({ minutes: its.minutes })
  return { from, until, zone: its.zone, leftBy: its.clientId, consultantId, consultantName }
}

const offersOf = (tx: Tx, viewer: Viewer, visitId: string): Promise<FreedTime['offers']> =>
  tx
    .select({
      id: waitingOffer.id,
      household: client.name,
      state: waitingOffer.state,
      startsAt: waitingOffer.startsAt,
      until: waitingOffer.until,
      zone: client.zone,
    })
    .from(waitingOffer)
    .innerJoin(
      client,
      and(eq(client.practiceId, waitingOffer.practiceId), eq(client.id, waitingOffer.clientId)),
    )
    .where(and(keptOffers(viewer), eq(waitingOffer.freedBy, idFrom(visitId))))
    .orderBy(asc(waitingOffer.offeredAt), asc(waitingOffer.place))
