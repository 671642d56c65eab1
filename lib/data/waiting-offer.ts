import { randomUUID } from 'node:crypto'
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { visit, visitChange, waitingOffer } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { instantOf } from '@/lib/domain/time/time'
import type { FreedTime } from '@/lib/domain/waiting/pages'
import type { OfferState, OfferTime, WithdrawOffers } from '@/lib/domain/waiting/schema'
import { stands } from '@/lib/domain/waiting/waiting'
import { withdraw } from '@/lib/mail/outbox'
import { asViewer, asViewerOrNothing, audit, found, idFrom } from './as-viewer'
import { bookableVisits, visitToPlace } from './booking-facts'
import { orRefused, takeTurns } from './booking-wall'
import { whoFits, type Freed } from './waiting-fits'
import { mailOfOffer, tellOfWithdrawal } from './waiting-mail'
import { endOffer, keptOffers, offerNext, passOnOffers } from './waiting-turn'

const live = ['next', 'open'] as const
const given: readonly OfferState[] = [...live, 'accepted']

/**
 * The time a visit left when it was called off, moved or handed over: to whom it was offered, or for whom it fits.
 * Null where it left none that lies ahead, or nobody waits. Five statements, six where a route server is set, as many
 * for one household that waits as for forty; some more when it finds that somebody did not answer in time.
 */
export function freedTimeOf(
  viewer: Viewer,
  visitId: string,
  now: Temporal.Instant,
): Promise<FreedTime | null> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const seen = await freedBy(tx, viewer, visitId, now)
    const late = seen?.offers.some((offer) => offer.state === 'open' && !stands(offer, now))
    if (late) await passOnOffers(viewer, now)
    const freed = late ? await freedBy(tx, viewer, visitId, now) : seen
    if (!freed) return null
    const { from, zone, consultantName, offers } = freed
    const isGiven = offers.some(({ state }) => given.includes(state))
    const { waits, fitting } = isGiven ? { waits: 0, fitting: [] } : await whoFits(tx, viewer, freed, now)
    if (waits === 0 && offers.length === 0) return null
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
      const seen = await freedBy(tx, viewer, visitId, now)
      await takeTurns(tx, seen ? [seen.consultantId] : [])
      const freed = await freedBy(tx, viewer, visitId, now)
      if (!freed || freed.consultantId !== seen?.consultantId) return refused('waiting.refused.gone')
      if (freed.offers.some(({ state }) => given.includes(state))) return refused('waiting.refused.offered')
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

/** Takes back what was offered of a time and nobody answered yet: it is free again. A mail that waits goes nowhere; whoever
 * read of the offer reads that it is taken back. */
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
      const unread = await withdraw(tx, viewer.practiceId, mailOfOffer(offer.id))
      if (offer.state === 'open' && !unread) await tellOfWithdrawal(tx, viewer, offer.id)
    }
    await audit(tx, viewer, 'withdrawOffers', 'visit', visitId)
    return done()
  })
}

type Offered = FreedTime['offers'][number]
type OfferRow = Omit<Offered, 'startsAt' | 'until'> & { startsAt: string; until: string | null }

/**
 * Where a visit stood before the last thing done with it, if that time lies ahead and is not its own any more, and to
 * whom it was offered. One statement.
 */
async function freedBy(
  tx: Tx,
  viewer: Viewer,
  visitId: string,
  now: Temporal.Instant,
): Promise<(Freed & { offers: Offered[] }) | null> {
  const [row] = await tx
    .select({
      visit,
      before: visitChange.before,
      consultantName: sql<string>`(select m.name from app.member m where m.practice_id = ${visit.practiceId}
        and m.id = (${visitChange.before} ->> 'consultantId')::uuid)`,
      offers: sql<OfferRow[]>`(select coalesce(json_agg(json_build_object('id', o.id, 'household', c.name,
          'state', o.state, 'startsAt', o.starts_at, 'until', o.until, 'zone', c.zone)
          order by o.offered_at, o.place), '[]')
        from app.waiting_offer o join app.client c on c.practice_id = o.practice_id and c.id = o.client_id
        where o.practice_id = ${visit.practiceId} and o.freed_by = ${visit.id})`,
    })
    .from(visit)
    .leftJoin(
      visitChange,
      and(eq(visitChange.practiceId, visit.practiceId), eq(visitChange.visitId, visit.id)),
    )
    .where(and(bookableVisits(viewer), eq(visit.id, idFrom(visitId))))
    .orderBy(desc(visitChange.version))
    .limit(1)
  const { visit: its, before, consultantName, offers } = found(row)
  if (!before?.stands) return null
  const { consultantId } = before
  const wall = Temporal.PlainDateTime.from(before.start)
  const from = instantOf(wall, its.zone)
  const same = its.status !== 'cancelled' && its.localStart.equals(wall) && its.consultantId === consultantId
  if (same || typeof from === 'string' || Temporal.Instant.compare(from, now) <= 0) return null
  return {
    ...{ from, until: from.add({ minutes: its.minutes }), zone: its.zone },
    ...{ leftBy: its.clientId, consultantId, consultantName },
    offers: offers.map(({ startsAt, until, ...offer }) => ({
      ...offer,
      startsAt: Temporal.Instant.from(startsAt),
      until: until === null ? null : Temporal.Instant.from(until),
    })),
  }
}
