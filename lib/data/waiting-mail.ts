import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { client, member, practice, service, waiting, waitingOffer } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { enqueue } from '@/lib/mail/outbox'
import { acceptedMail, nobodyTookMail, offeredMail, withdrawnMail } from '@/lib/mail/waiting-messages'
import { found } from './as-viewer'
import { readerOf } from './people'

/** The mail that tells a household of an offer. */
export const mailOfOffer = (id: string) => `offer:${id}`

const offerFacts = (tx: Tx, viewer: Viewer) =>
  tx
    .select({
      startsAt: waitingOffer.startsAt,
      until: waitingOffer.until,
      clientId: client.id,
      household: client.name,
      zone: client.zone,
      service: service.name,
      practiceName: practice.name,
      consultant: member.name,
      consultantId: member.id,
      consultantEmail: member.email,
      freedBy: waitingOffer.freedBy,
    })
    .from(waitingOffer)
    .innerJoin(practice, eq(practice.id, waitingOffer.practiceId))
    .innerJoin(
      waiting,
      and(eq(waiting.practiceId, waitingOffer.practiceId), eq(waiting.id, waitingOffer.waitingId)),
    )
    .innerJoin(client, and(eq(client.practiceId, waiting.practiceId), eq(client.id, waiting.clientId)))
    .innerJoin(service, and(eq(service.practiceId, waiting.practiceId), eq(service.id, waiting.serviceId)))
    .innerJoin(
      member,
      and(eq(member.practiceId, waitingOffer.practiceId), eq(member.id, waitingOffer.consultantId)),
    )
    .where(eq(waitingOffer.practiceId, viewer.practiceId))
    .$dynamic()

const factsOfOffer = (tx: Tx, viewer: Viewer, id: string) =>
  offerFacts(tx, viewer)
    .where(and(eq(waitingOffer.practiceId, viewer.practiceId), eq(waitingOffer.id, id)))
    .then(([row]) => found(row))

/** Tells the household's main person of the time that is free for it; a household without an address gets no mail. */
export async function tellOfOffer(tx: Tx, viewer: Viewer, id: string): Promise<void> {
  const { until, clientId, ...facts } = await factsOfOffer(tx, viewer, id)
  const reader = await readerOf(tx, viewer, clientId)
  if (!until) return
  await enqueue(tx, {
    practiceId: viewer.practiceId,
    kind: 'waiting_offer',
    to: reader?.email ?? null,
    reader: reader ? { contactId: reader.contactId } : null,
    about: { clientId },
    sendUntil: until,
    letter: () => offeredMail({ ...facts, until, name: reader?.name ?? '' }),
    dedupeKey: mailOfOffer(id),
  })
}

/** Tells the same person that the time is not free for it after all. */
export async function tellOfWithdrawal(tx: Tx, viewer: Viewer, id: string): Promise<void> {
  const { clientId, ...facts } = await factsOfOffer(tx, viewer, id)
  const reader = await readerOf(tx, viewer, clientId)
  await enqueue(tx, {
    practiceId: viewer.practiceId,
    kind: 'waiting_withdrawn',
    to: reader?.email ?? null,
    reader: reader ? { contactId: reader.contactId } : null,
    about: { clientId },
    letter: () => withdrawnMail({ ...facts, name: reader?.name ?? '' }),
    dedupeKey: `offer:${id}:withdrawn`,
  })
}

/** Tells the consultant that a household took the time. */
export async function tellOfAcceptance(tx: Tx, viewer: Viewer, id: string, visitId: string): Promise<void> {
  const { consultantEmail: to, consultantId, ...facts } = await factsOfOffer(tx, viewer, id)
  await enqueue(tx, {
    practiceId: viewer.practiceId,
    kind: 'waiting_accepted',
    to,
    reader: { memberId: consultantId },
    about: { visitId, clientId: facts.clientId },
    letter: () => acceptedMail({ ...facts, visitId }),
    dedupeKey: `offer:${id}:accepted`,
  })
}

/** Tells the consultant that nobody of a round took the time: it is free. */
export async function tellNobodyTook(tx: Tx, viewer: Viewer, round: string): Promise<void> {
  const [row] = await offerFacts(tx, viewer)
    .where(and(eq(waitingOffer.practiceId, viewer.practiceId), eq(waitingOffer.round, round)))
    .orderBy(sql`${waitingOffer.place}`)
    .limit(1)
  const { consultantEmail: to, consultantId, freedBy, ...facts } = found(row)
  await enqueue(tx, {
    practiceId: viewer.practiceId,
    kind: 'waiting_over',
    to,
    reader: { memberId: consultantId },
    about: { visitId: freedBy },
    letter: () => nobodyTookMail({ ...facts, visitId: freedBy }),
    dedupeKey: `offer:${round}:over`,
  })
}
