import { and, desc, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, contact, member, practice, visit, visitChange } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { addressOf } from '@/lib/domain/client/address'
import type { SaidOfVisit } from '@/lib/domain/mail/right'
import { mailFor, undoMinutes, type VisitNewsKind, type VisitStood } from '@/lib/domain/visit/news'
import { bookingMail, cancellationMail, changeMail, handOverMail } from '@/lib/mail/messages'
import { enqueue, withdraw } from '@/lib/mail/outbox'
import { visitFile } from '@/lib/mail/visit-file'
import { namesOfVisit } from './animals-of-visit'
import { found, userIdOf } from './as-viewer'
import { mainFirst, reachedByMail } from './people'
import { toldOfService } from './service-told'

/** The mail about a visit as it stands in a version. */
export const mailOfVersion = (visitId: string, version: number) => `visit:${visitId}:${version}`

type Its = Pick<
  typeof visit.$inferSelect,
  'status' | 'localStart' | 'consultantId' | 'cancelReason' | 'overlapReason' | 'ruleReason'
>

export const stoodOf = (its: Its): VisitStood => ({
  stands: its.status !== 'cancelled',
  start: its.localStart.toString(),
  consultantId: its.consultantId,
  why: its.cancelReason ?? its.overlapReason ?? its.ruleReason,
  over: its.overlapReason !== null,
})

/** What a mail says of a visit, which is looked at again before it goes. */
export const saidOf = (its: Its & { id: string }): SaidOfVisit => {
  const { stands, start, consultantId } = stoodOf(its)
  return { visitId: its.id, stands, start, consultantId }
}

/**
 * Notes what was done with a visit, in the transaction of it, and has its household told three minutes later, of what
 * came of it in the end: a mail that still waits is replaced, and there is none where all is as it was known. The
 * main person with an address gets it; a household without one gets none. `before`: null where there was no visit.
 */
export async function tellHousehold(
  tx: Tx,
  viewer: Viewer,
  visitId: string,
  verb: VisitNewsKind,
  before: VisitStood | null,
  now: Temporal.Instant,
): Promise<void> {
  const { practiceId } = viewer
  const { its, to, contactId, home, ...rest } = await factsOf(tx, viewer, visitId)
  const last = await lastChange(tx, viewer, visitId)
  const untold = last !== undefined && (await withdraw(tx, practiceId, mailOfVersion(visitId, last.version)))
  const known = untold ? last.known : before
  await tx
    .insert(visitChange)
    .values({ practiceId, visitId, version: its.version, verb, before, known, changedAt: now })
  const stands = stoodOf(its)
  const what = mailFor(known, stands)
  if (!what) return
  const facts = {
    ...rest,
    ...its,
    name: rest.name ?? '',
    address: addressOf(home),
  }
  const cameSoFar = what === 'handOver' ? await nameOf(tx, viewer, (known ?? stands).consultantId) : ''
  const letter = {
    booking: () => bookingMail(facts),
    change: () => changeMail(facts, Temporal.PlainDateTime.from((known ?? stands).start)),
    handOver: () => handOverMail(facts, cameSoFar),
    cancellation: () => cancellationMail({ ...facts, message: '' }, its.cancelReason ?? ''),
  }[what]
  await enqueue(tx, {
    practiceId,
    kind: `visit_${what}`,
    to,
    reader: contactId ? { contactId } : null,
    about: { visitId, clientId: its.clientId },
    by: userIdOf(viewer),
    says: [saidOf(its)],
    letter,
    attachment: () => visitFile(facts.practiceName, [facts], stands.stands, now),
    dedupeKey: mailOfVersion(visitId, its.version),
    sendAfter: now.add({ minutes: undoMinutes }),
  })
}

async function factsOf(tx: Tx, viewer: Viewer, visitId: string) {
  const [row] = await tx
    .select({
      to: contact.email,
      contactId: contact.id,
      name: contact.name,
      practiceName: practice.name,
      consultant: member.name,
      its: visit,
      told: toldOfService(sql`visit`),
      home: { street: client.street, town: client.town },
      animals: namesOfVisit,
    })
    .from(visit)
    .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
    .innerJoin(practice, eq(practice.id, visit.practiceId))
    .innerJoin(member, and(eq(member.practiceId, visit.practiceId), eq(member.id, visit.consultantId)))
    .leftJoin(
      contact,
      and(eq(contact.practiceId, visit.practiceId), eq(contact.clientId, visit.clientId), reachedByMail),
    )
    .where(and(eq(visit.practiceId, viewer.practiceId), eq(visit.id, visitId)))
    .orderBy(...mainFirst)
    .limit(1)
  return found(row)
}

async function lastChange(tx: Tx, viewer: Viewer, visitId: string) {
  const [row] = await tx
    .select({ version: visitChange.version, known: visitChange.known })
    .from(visitChange)
    .where(and(eq(visitChange.practiceId, viewer.practiceId), eq(visitChange.visitId, visitId)))
    .orderBy(desc(visitChange.version))
    .limit(1)
  return row
}

async function nameOf(tx: Tx, viewer: Viewer, memberId: string): Promise<string> {
  const [row] = await tx
    .select({ name: member.name })
    .from(member)
    .where(and(eq(member.practiceId, viewer.practiceId), eq(member.id, memberId)))
  return found(row).name
}
