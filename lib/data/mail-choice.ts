import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { contact, mailChoice, member } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { GuardianViewer, MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import type { HouseholdMails, MemberMails } from '@/lib/domain/mail/kinds'
import { done, NotFound, type Result } from '@/lib/domain/result/result'
import { asViewer, audit, found, idFrom } from './as-viewer'

/** What somebody wants by mail is theirs alone. */
function ownMember(viewer: Viewer) {
  if (viewer.kind !== 'member') throw new NotFound()
  return and(eq(member.practiceId, viewer.practiceId), eq(member.id, viewer.memberId))
}
function ownContact(viewer: Viewer) {
  if (viewer.kind !== 'guardian') throw new NotFound()
  return and(
    eq(contact.practiceId, viewer.practiceId),
    eq(contact.clientId, viewer.clientId),
    eq(contact.id, viewer.contactId),
  )
}

export type OwnMails =
  | {
      kind: 'guardian'
      email: string | null
      reminder: boolean
      messages: boolean
      homeworkHour: number | null
    }
  | { kind: 'member'; email: string; messages: boolean; weekly: boolean }

/** The mails this person gets and can do without, in one statement. */
export function ownMailsOf(viewer: Viewer): Promise<OwnMails> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind === 'guardian') {
      const [row] = await tx
        .select({
          email: contact.email,
          reminder: sql<boolean>`coalesce(${mailChoice.reminder}, true)`,
          messages: sql<boolean>`coalesce(${mailChoice.messages}, true)`,
          homeworkHour: mailChoice.homeworkHour,
        })
        .from(contact)
        .leftJoin(
          mailChoice,
          and(eq(mailChoice.practiceId, contact.practiceId), eq(mailChoice.contactId, contact.id)),
        )
        .where(ownContact(viewer))
      return { kind: 'guardian', ...found(row) }
    }
    const [row] = await tx
      .select({ email: member.email, messages: member.messageMails, weekly: member.weeklyLetter })
      .from(member)
      .where(ownMember(viewer))
    return { kind: 'member', ...found(row) }
  })
}

/** What a person of a household wants from now on: a reminder the evening before, that a message waits, a nudge at an hour of their day. */
export function chooseHouseholdMails(
  viewer: GuardianViewer,
  input: HouseholdMails,
  now: Temporal.Instant,
): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const [own] = await tx.select({ id: contact.id }).from(contact).where(ownContact(viewer))
    const { id: contactId } = found(own)
    const { reminder, messages, homeworkHour = null } = input
    const chosen = { reminder, messages, homeworkHour, changedAt: now }
    await tx
      .insert(mailChoice)
      .values({ practiceId: viewer.practiceId, contactId, ...chosen })
      .onConflictDoUpdate({ target: [mailChoice.practiceId, mailChoice.contactId], set: chosen })
    await audit(tx, viewer, 'choose', 'mail', contactId, { reminder, messages, homeworkHour })
    return done()
  })
}

/** Whether somebody who works here wants the week's letter, and mails that a household wrote. */
export function chooseMemberMails(viewer: MemberViewer, { messages, weekly }: MemberMails): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    await tx.update(member).set({ weeklyLetter: weekly, messageMails: messages }).where(ownMember(viewer))
    await audit(tx, viewer, 'choose', 'mail', viewer.memberId, { messages, weekly })
    return done()
  })
}

/** Mails go to a person's address again, after it came back; nothing where it had not. For those who work here. */
export function freeAddress(viewer: Viewer, { id }: { id: string }): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const contactId = idFrom(id)
    const [freed] = await tx
      .update(contact)
      .set({ bouncedAddress: null, bouncedAt: null })
      .where(and(eq(contact.practiceId, viewer.practiceId), eq(contact.id, contactId)))
      .returning({ id: contact.id })
    found(freed)
    await audit(tx, viewer, 'freeAddress', 'contact', contactId)
    return done()
  })
}
