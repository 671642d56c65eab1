import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { waiting, waitingOffer } from '@/db/schema'
import { practiceFor } from '@/lib/auth/on-behalf'
import type { GuardianViewer, SystemViewer, Viewer } from '@/lib/domain/access/viewer'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import type { WaitingId } from '@/lib/domain/waiting/schema'
import { stands } from '@/lib/domain/waiting/waiting'
import { asViewer, found, idFrom } from './as-viewer'
import { bookVisit } from './booking'
import { orRefused, takeTurns } from './booking-wall'
import { tellOfAcceptance } from './waiting-mail'
import { endOffer, keptOffers, passOn, wishOfWaiting } from './waiting-turn'

/** An offer is answered by the household it was made to. */
const ownOffers = (viewer: Viewer) =>
  and(
    eq(waitingOffer.practiceId, viewer.practiceId),
    viewer.kind === 'guardian' ? eq(waitingOffer.clientId, viewer.clientId) : sql`false`,
  )

/**
 * Takes the time that is offered: booked through the wall out of its hold, and told like every booking. Refused from
 * its deadline on, once it was answered or taken back, and where something else stands there after all.
 */
export async function acceptOffer(
  viewer: GuardianViewer,
  { id }: WaitingId,
  now: Temporal.Instant,
): Promise<Result<{ visitId: string }>> {
  const practice = await onBehalf(viewer, id)
  return orRefused(
    asViewer(practice, async (tx) => {
      const offer = await offerInTurn(tx, practice, id)
      const wish = stands(offer, now) ? await wishOfWaiting(tx, practice, offer) : undefined
      if (!wish || !offer.holdId) return refused('waiting.refused.over')
      const { consultantId, holdId, round, waitingId } = offer
      const booked = await bookVisit(practice, { ...wish, consultantId, holdId, message: '' }, now)
      if (!booked.ok) return refused('waiting.refused.over')
      const { visitId } = booked.value
      await endOffer(tx, practice, offer, 'accepted', now)
      await tx
        .update(waitingOffer)
        .set({ state: 'skipped', answeredAt: now })
        .where(and(keptOffers(practice), eq(waitingOffer.round, round), eq(waitingOffer.state, 'next')))
      await tx
        .update(waiting)
        .set({ state: 'booked', visitId, version: sql`${waiting.version} + 1` })
        .where(and(eq(waiting.practiceId, practice.practiceId), eq(waiting.id, waitingId)))
      await tellOfAcceptance(tx, practice, offer.id, visitId)
      return booked
    }),
  )
}

/** Says no to the time that is offered; the household keeps its place, and the next one is asked. */
export async function declineOffer(
  viewer: GuardianViewer,
  { id }: WaitingId,
  now: Temporal.Instant,
): Promise<Result> {
  const practice = await onBehalf(viewer, id)
  return asViewer(practice, async (tx) => {
    const offer = await offerInTurn(tx, practice, id)
    if (!stands(offer, now)) return refused('waiting.refused.over')
    await endOffer(tx, practice, offer, 'declined', now)
    await passOn(tx, practice, offer.round, now)
    return done()
  })
}

/** The practice, set to work on an offer that was made to this household. */
async function onBehalf(viewer: GuardianViewer, id: string): Promise<SystemViewer> {
  await asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'guardian') throw new NotFound()
    const mine = and(ownOffers(viewer), eq(waitingOffer.id, idFrom(id)))
    found((await tx.select({ id: waitingOffer.id }).from(waitingOffer).where(mine))[0])
  })
  return practiceFor(viewer)
}

/** Under its lock, after the turn of its consultant: whoever answers, books or ends it meanwhile came before. */
async function offerInTurn(tx: Tx, viewer: SystemViewer, id: string) {
  const its = and(keptOffers(viewer), eq(waitingOffer.id, idFrom(id)))
  const [seen] = await tx.select({ who: waitingOffer.consultantId }).from(waitingOffer).where(its)
  await takeTurns(tx, [found(seen).who])
  const [row] = await tx.select().from(waitingOffer).where(its).for('update')
  return found(row)
}
