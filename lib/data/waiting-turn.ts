import { and, asc, eq, isNull, lte, ne, sql, type SQL } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, member, service, visitHold, waiting, waitingOffer } from '@/db/schema'
import { practiceFor } from '@/lib/auth/on-behalf'
import type { Viewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'
import { minutesToAnswer } from '@/lib/domain/waiting/waiting'
import { asViewer, audit } from './as-viewer'
import { books } from './booking-facts'
import { holdTime } from './booking-hold'
import { takeTurns } from './booking-wall'
import { tellNobodyTook, tellOfOffer, tellOfWithdrawal } from './waiting-mail'

/** Offers are made and ended by the practice, also where a household sets it to work. */
export const keptOffers = (viewer: Viewer): SQL | undefined =>
  and(eq(waitingOffer.practiceId, viewer.practiceId), books(viewer) ? undefined : sql`false`)

/**
 * Ends the offers whose time to answer is over and makes the next ones, of the whole practice: what every page that
 * shows offers does first, and the worker every five minutes. One statement where none is over.
 */
export async function passOnOffers(viewer: Viewer, now: Temporal.Instant): Promise<void> {
  const practice = viewer.kind === 'guardian' ? practiceFor(viewer) : viewer
  if (!books(practice)) throw new NotFound()
  await asViewer(practice, async (tx) => {
    const due = and(keptOffers(practice), eq(waitingOffer.state, 'open'), lte(waitingOffer.until, now))
    const seen = await tx.select({ who: waitingOffer.consultantId }).from(waitingOffer).where(due)
    if (seen.length === 0) return
    await takeTurns(
      tx,
      seen.map(({ who }) => who),
    )
    const over = await tx.select().from(waitingOffer).where(due).orderBy(asc(waitingOffer.id)).for('update')
    for (const offer of over) {
      await endOffer(tx, practice, offer, 'expired', now)
      await passOn(tx, practice, offer.round, now)
    }
  })
}

/** Ends an offer, or one whose turn did not come, and lets go of its hold. */
export async function endOffer(
  tx: Tx,
  viewer: Viewer,
  { id, holdId }: { id: string; holdId: string | null },
  state: 'accepted' | 'declined' | 'expired' | 'skipped' | 'withdrawn',
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .update(waitingOffer)
    .set({ state, answeredAt: now })
    .where(and(keptOffers(viewer), eq(waitingOffer.id, id)))
  if (holdId)
    await tx
      .delete(visitHold)
      .where(and(eq(visitHold.practiceId, viewer.practiceId), eq(visitHold.id, holdId)))
  await audit(tx, viewer, state, 'waiting_offer', id)
}

/** After a no: to the next of the round, or back to the consultant where there is nobody left. */
export async function passOn(tx: Tx, viewer: Viewer, round: string, now: Temporal.Instant): Promise<void> {
  if (!(await offerNext(tx, viewer, round, now))) await tellNobodyTook(tx, viewer, round)
}

/**
 * Offers a round's time to the next who still waits and for whom it can be held, under the turn of its consultant;
 * says whether there was somebody. Whoever's turn comes in vain is skipped.
 */
export async function offerNext(
  tx: Tx,
  viewer: Viewer,
  round: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const queue = await tx
    .select()
    .from(waitingOffer)
    .where(and(keptOffers(viewer), eq(waitingOffer.round, round), eq(waitingOffer.state, 'next')))
    .orderBy(asc(waitingOffer.place))
  for (const offer of queue) {
    const held = await hold(tx, viewer, offer, now)
    if (!held) {
      await endOffer(tx, viewer, offer, 'skipped', now)
      continue
    }
    await tx
      .update(waitingOffer)
      .set({ state: 'open', ...held, offeredAt: now })
      .where(and(keptOffers(viewer), eq(waitingOffer.id, offer.id)))
    await audit(tx, viewer, 'offer', 'waiting_offer', offer.id, { until: held.until.toString() })
    await tellOfOffer(tx, viewer, offer.id)
    return true
  }
  return false
}

async function hold(tx: Tx, viewer: Viewer, offer: typeof waitingOffer.$inferSelect, now: Temporal.Instant) {
  const { consultantId, startsAt, answerMinutes } = offer
  const minutes = minutesToAnswer(answerMinutes, startsAt, now)
  const wish = minutes === null ? undefined : await wishOfWaiting(tx, viewer, offer)
  if (minutes === null || !wish) return null
  const result = await holdTime(viewer, { ...wish, consultantId, minutes }, now)
  return result.ok ? result.value : null
}

/**
 * What an offer books, under the lock of whoever waits; undefined where nobody waits any more, another time is
 * offered already, or household, service or consultant are gone.
 */
export async function wishOfWaiting(
  tx: Tx,
  viewer: Viewer,
  { id, waitingId, consultantId, startsAt }: typeof waitingOffer.$inferSelect,
) {
  const mine = and(
    eq(waiting.practiceId, viewer.practiceId),
    eq(waiting.id, waitingId),
    eq(waiting.state, 'waiting'),
  )
  // Locked before the rest is read: of two rounds that reach for the same household one comes first.
  await tx.select({ id: waiting.id }).from(waiting).where(mine).for('update')
  const [row] = await tx
    .select({
      clientId: waiting.clientId,
      serviceId: waiting.serviceId,
      zone: client.zone,
      animalIds: sql<string[]>`(select coalesce(json_agg(a.id), '[]') from app.animal a
        where a.practice_id = waiting.practice_id and a.id = any(waiting.animal_ids) and a.archived_at is null)`,
    })
    .from(waiting)
    .innerJoin(client, and(eq(client.practiceId, waiting.practiceId), eq(client.id, waiting.clientId)))
    .innerJoin(service, and(eq(service.practiceId, waiting.practiceId), eq(service.id, waiting.serviceId)))
    .innerJoin(member, and(eq(member.practiceId, waiting.practiceId), eq(member.id, consultantId)))
    .where(
      and(
        mine,
        isNull(client.archivedAt),
        isNull(service.retiredAt),
        isNull(member.removedAt),
        ne(member.role, 'assistant'),
        sql`not exists (select 1 from app.waiting_offer o where o.practice_id = waiting.practice_id
          and o.waiting_id = waiting.id and o.state = 'open' and o.id <> ${id})`,
      ),
    )
  if (!row) return undefined
  const { zone, ...its } = row
  const wall = startsAt.toZonedDateTimeISO(zone).toPlainDateTime()
  const [day = '', time = ''] = wall.toString({ smallestUnit: 'minute' }).split('T')
  return { ...its, day, time, inTime: true as const }
}

/**
 * A booking out of an offer that was undone: its household waits again, from when it did, and reads that the time it
 * had said yes to is taken back.
 */
export async function waitAgain(
  tx: Tx,
  viewer: Viewer,
  visitId: string,
  now: Temporal.Instant,
): Promise<void> {
  const rows = await tx
    .update(waiting)
    .set({ state: 'waiting', visitId: null, version: sql`${waiting.version} + 1` })
    .where(
      and(
        eq(waiting.practiceId, viewer.practiceId),
        books(viewer) ? undefined : sql`false`,
        eq(waiting.visitId, visitId),
        sql`not exists (select 1 from app.waiting o where o.practice_id = waiting.practice_id
          and o.client_id = waiting.client_id and o.service_id = waiting.service_id and o.state = 'waiting')`,
      ),
    )
    .returning({ id: waiting.id })
  for (const { id } of rows) {
    const its = and(keptOffers(viewer), eq(waitingOffer.waitingId, id), eq(waitingOffer.state, 'accepted'))
    const taken = await tx
      .update(waitingOffer)
      .set({ state: 'withdrawn', answeredAt: now })
      .where(its)
      .returning({ id: waitingOffer.id })
    for (const offer of taken) await tellOfWithdrawal(tx, viewer, offer.id)
  }
}
