import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { inTransaction, type Tx } from '@/db/client'
import { contact, mailChoice, member, outbox, visit } from '@/db/schema'
import { isOptional } from '@/lib/domain/mail/kinds'
import { isStillRight, type DropReason } from '@/lib/domain/mail/right'

export type Mail = typeof outbox.$inferSelect

/** Longer than any server may take over one mail. */
export const leaseMinutes = 2
/** After so many attempts a person has to look; with the pauses between them that is about a day. */
export const mostAttempts = 10
export const inOutbox = { purpose: 'outbox' }

/**
 * Whether a mail that this worker claimed may go now, and to which address; null where it may not. Its row is locked
 * and marked as on its way first: whoever takes it back meanwhile either comes first, or is too late and knows it.
 * A lease that is over is not ours any more. What may not go any more is dropped with the reason, not tried again.
 */
export function lastLook(mail: Mail, now: Temporal.Instant): Promise<Mail | null> {
  const { practiceId } = mail
  const asItself = practiceId ? { ...inOutbox, practiceId, role: 'system' } : inOutbox
  return inTransaction(asItself, async (tx) => {
    const leaseUntil = now.add({ minutes: leaseMinutes })
    const ours = mail.leaseUntil && eq(outbox.leaseUntil, mail.leaseUntil)
    const [held] = await tx
      .update(outbox)
      .set({ carriedAt: now, leaseUntil, attempts: mail.attempts + 1 })
      .where(
        and(eq(outbox.id, mail.id), eq(outbox.state, 'leased'), ours ?? undefined, isNull(outbox.carriedAt)),
      )
      .returning()
    if (!held) return null
    const reader = await readerOf(tx, held)
    const why = typeof reader === 'string' ? reader : await whyNot(tx, held, now)
    if (why || held.attempts > mostAttempts) {
      const dropped = why
        ? ({ state: 'cancelled', droppedWhy: why } as const)
        : ({ state: 'failed' } as const)
      await tx
        .update(outbox)
        .set({ ...dropped, leaseUntil: null, ...bodiesAfter(held) })
        .where(eq(outbox.id, held.id))
      return null
    }
    const toAddress = typeof reader === 'string' ? held.toAddress : reader.address
    if (toAddress !== held.toAddress) await tx.update(outbox).set({ toAddress }).where(eq(outbox.id, held.id))
    return { ...held, toAddress }
  })
}

/** What opened a door is not kept once it is on its way, nor is a way out of mails, nor a file. */
export const bodiesAfter = (mail: Mail) => ({
  attachment: null,
  ...(mail.kind === 'sign-in' || isOptional(mail.kind) ? { bodyText: '', bodyHtml: '' } : {}),
})

/** Where the reader gets mail today, an address that was corrected meanwhile, or why they get none of this kind. */
async function readerOf(
  tx: Tx,
  { practiceId, contactId, memberId, toAddress, kind }: Mail,
): Promise<{ address: string } | DropReason> {
  if (practiceId && contactId) {
    const [person] = await tx
      .select({
        address: contact.email,
        bounced: sql<boolean>`${contact.bouncedAddress} is not distinct from ${contact.email}`,
        reminder: mailChoice.reminder,
        messages: mailChoice.messages,
        homeworkHour: mailChoice.homeworkHour,
      })
      .from(contact)
      .leftJoin(
        mailChoice,
        and(eq(mailChoice.practiceId, contact.practiceId), eq(mailChoice.contactId, contact.id)),
      )
      .where(and(eq(contact.practiceId, practiceId), eq(contact.id, contactId), isNull(contact.removedAt)))
    if (!person?.address) return 'reader_gone'
    if (person.bounced) return 'address_stopped'
    const unwanted: Record<string, boolean> = {
      reminder: person.reminder === false,
      messages: person.messages === false,
      homework: person.homeworkHour === null,
    }
    return unwanted[kind] ? 'not_wanted' : { address: person.address }
  }
  if (practiceId && memberId) {
    const [person] = await tx
      .select({ address: member.email, weekly: member.weeklyLetter, messages: member.messageMails })
      .from(member)
      .where(and(eq(member.practiceId, practiceId), eq(member.id, memberId), isNull(member.removedAt)))
    if (!person) return 'reader_gone'
    const unwanted: Record<string, boolean> = { weekly: !person.weekly, messages: !person.messages }
    return unwanted[kind] ? 'not_wanted' : { address: person.address }
  }
  return { address: toAddress }
}

async function whyNot(
  tx: Tx,
  { practiceId, sendUntil, says }: Mail,
  now: Temporal.Instant,
): Promise<DropReason | null> {
  if (sendUntil && Temporal.Instant.compare(now, sendUntil) >= 0) return 'late'
  if (!practiceId || !says || says.length === 0) return null
  const ids = says.map(({ visitId }) => visitId)
  const rows = await tx
    .select({
      visitId: visit.id,
      status: visit.status,
      start: visit.localStart,
      consultantId: visit.consultantId,
    })
    .from(visit)
    .where(and(eq(visit.practiceId, practiceId), inArray(visit.id, ids)))
  const stood = rows.map(({ status, start, ...row }) => ({
    ...row,
    stands: status !== 'cancelled',
    start: start.toString(),
  }))
  return isStillRight(says, stood) ? null : 'visit_changed'
}
