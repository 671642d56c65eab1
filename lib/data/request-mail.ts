import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, contact, member, practice, service, visit, visitRequest } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { choiceOf } from '@/lib/domain/request/choice'
import { undoMinutes } from '@/lib/domain/visit/news'
import { enqueue, withdraw } from '@/lib/mail/outbox'
import { askedMail, changedByHouseholdMail, declinedMail, lostMail } from '@/lib/mail/request-messages'
import { found } from './as-viewer'
import { readerOf } from './people'
import { saidOf } from './visit-mail'

/** The mail that tells a consultant what a household did with its visit, as it stands in a version. */
export const mailToConsultant = (visitId: string, version: number) => `visit:${visitId}:${version}:consultant`

const requestFacts = (tx: Tx, viewer: Viewer, id: string) =>
  tx
    .select({
      request: visitRequest,
      practiceName: practice.name,
      household: client.name,
      zone: client.zone,
      service: service.name,
      askedBy: contact.name,
    })
    .from(visitRequest)
    .innerJoin(practice, eq(practice.id, visitRequest.practiceId))
    .innerJoin(
      client,
      and(eq(client.practiceId, visitRequest.practiceId), eq(client.id, visitRequest.clientId)),
    )
    .innerJoin(
      service,
      and(eq(service.practiceId, visitRequest.practiceId), eq(service.id, visitRequest.serviceId)),
    )
    .innerJoin(
      contact,
      and(eq(contact.practiceId, visitRequest.practiceId), eq(contact.id, visitRequest.askedBy)),
    )
    .where(and(eq(visitRequest.practiceId, viewer.practiceId), eq(visitRequest.id, id)))
    .then(([row]) => found(row))

/** Tells the consultants whose time was asked for; the practice owners where it was asked for in words only. */
export async function tellOfRequest(tx: Tx, viewer: Viewer, id: string): Promise<void> {
  const { request, askedBy, ...facts } = await requestFacts(tx, viewer, id)
  const choices = request.choices.map(choiceOf)
  const asked = choices.map(({ consultantId }) => consultantId)
  const people = await tx
    .select({ id: member.id, email: member.email })
    .from(member)
    .where(
      and(
        eq(member.practiceId, viewer.practiceId),
        isNull(member.removedAt),
        asked.length > 0 ? inArray(member.id, asked) : eq(member.role, 'owner'),
      ),
    )
  const walls = choices.map(({ wall }) => wall)
  for (const { id: memberId, email } of people)
    await enqueue(tx, {
      practiceId: viewer.practiceId,
      kind: 'request_asked',
      to: email,
      reader: { memberId },
      about: { clientId: request.clientId },
      letter: () => askedMail({ ...facts, name: askedBy, words: request.words, walls }),
      dedupeKey: `request:${id}:${request.version}:asked:${memberId}`,
    })
}

/** Tells the household why not: whoever asked, else its main person; one without an address gets no mail. */
export async function tellOfDecline(tx: Tx, viewer: Viewer, id: string): Promise<void> {
  const { request, ...facts } = await requestFacts(tx, viewer, id)
  const reader = await readerOf(tx, viewer, request.clientId, request.askedBy)
  await enqueue(tx, {
    practiceId: viewer.practiceId,
    kind: 'request_declined',
    to: reader?.email ?? null,
    reader: reader ? { contactId: reader.contactId } : null,
    about: { clientId: request.clientId },
    letter: () => declinedMail({ ...facts, name: reader?.name ?? '', answer: request.answer }),
    dedupeKey: `request:${id}:declined`,
  })
}

/** The mail that tells a household that somebody else got its times. */
export const mailOfLoss = (id: string, visitId: string) => `request:${id}:lost:${visitId}`

/**
 * Tells the household that its times are gone, and which fit now, when the three minutes in which the booking can be
 * undone are over.
 */
export async function tellOfLoss(tx: Tx, viewer: Viewer, id: string, now: Temporal.Instant): Promise<void> {
  const { request, ...facts } = await requestFacts(tx, viewer, id)
  const reader = await readerOf(tx, viewer, request.clientId, request.askedBy)
  if (request.lostTo === null) return
  const walls = request.instead.map((value) => choiceOf(value).wall)
  await enqueue(tx, {
    practiceId: viewer.practiceId,
    kind: 'request_lost',
    to: reader?.email ?? null,
    reader: reader ? { contactId: reader.contactId } : null,
    about: { clientId: request.clientId },
    letter: () => lostMail({ ...facts, name: reader?.name ?? '', walls }),
    dedupeKey: mailOfLoss(id, request.lostTo),
    sendAfter: now.add({ minutes: undoMinutes }),
  })
}

/**
 * Tells the consultant what a household did with its visit, when the three minutes of changing one's mind are over:
 * a mail that still waits is replaced.
 */
export async function tellConsultant(
  tx: Tx,
  viewer: Viewer,
  visitId: string,
  did: { what: 'moved' | 'cancelled'; by: string; before: Temporal.PlainDateTime },
  now: Temporal.Instant,
): Promise<void> {
  const { practiceId } = viewer
  const [row] = await tx
    .select({ its: visit, to: member.email, household: client.name, practiceName: practice.name })
    .from(visit)
    .innerJoin(practice, eq(practice.id, visit.practiceId))
    .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
    .innerJoin(member, and(eq(member.practiceId, visit.practiceId), eq(member.id, visit.consultantId)))
    .where(and(eq(visit.practiceId, practiceId), eq(visit.id, visitId)))
  const { its, to, ...facts } = found(row)
  await withdraw(tx, practiceId, mailToConsultant(visitId, its.version - 1))
  const { zone, localStart: wall, cancelReason: reason } = its
  await enqueue(tx, {
    practiceId,
    kind: `visit_${did.what}_by_household`,
    to,
    reader: { memberId: its.consultantId },
    about: { visitId, clientId: its.clientId },
    says: [saidOf(its)],
    letter: () =>
      changedByHouseholdMail(did.what, {
        ...{ ...facts, name: did.by, before: did.before },
        ...{ zone, wall, reason, visitId },
      }),
    dedupeKey: mailToConsultant(visitId, its.version),
    sendAfter: now.add({ minutes: undoMinutes }),
  })
}
