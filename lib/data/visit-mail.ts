import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, contact, member, practice, visit } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { bookingMail, cancellationMail, changeMail } from '@/lib/mail/messages'
import { enqueue } from '@/lib/mail/outbox'

export type VisitNews =
  { is: 'booked' } | { is: 'moved'; before: Temporal.PlainDateTime } | { is: 'cancelled'; reason: string }

/**
 * Writes the mail about a visit into the outbox, in the transaction of what happened. The main person with an
 * address gets it; a household without one gets none. One mail a version of the visit.
 */
export async function tellHousehold(tx: Tx, viewer: Viewer, visitId: string, news: VisitNews): Promise<void> {
  const [row] = await tx
    .select({
      to: contact.email,
      name: contact.name,
      practiceName: practice.name,
      consultant: member.name,
      localStart: visit.localStart,
      zone: visit.zone,
      minutes: visit.minutes,
      place: visit.place,
      message: visit.message,
      version: visit.version,
      home: { street: client.street, town: client.town },
      animals: sql<
        string[]
      >`(select coalesce(json_agg(a.name order by a.created_at), '[]') from app.visit_animal va
        join app.animal a on a.practice_id = va.practice_id and a.id = va.animal_id
        where va.practice_id = visit.practice_id and va.visit_id = visit.id)`,
    })
    .from(visit)
    .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
    .innerJoin(practice, eq(practice.id, visit.practiceId))
    .innerJoin(member, and(eq(member.practiceId, visit.practiceId), eq(member.id, visit.consultantId)))
    .innerJoin(
      contact,
      and(
        eq(contact.practiceId, visit.practiceId),
        eq(contact.clientId, visit.clientId),
        isNull(contact.removedAt),
        isNotNull(contact.email),
      ),
    )
    .where(and(eq(visit.practiceId, viewer.practiceId), eq(visit.id, visitId)))
    .orderBy(desc(contact.isMain), asc(contact.createdAt))
    .limit(1)
  if (!row?.to) return
  const { to, version, home, ...rest } = row
  const facts = { ...rest, address: [home.street, home.town].filter((line) => line !== '').join(', ') }
  const mail =
    news.is === 'booked'
      ? bookingMail(facts)
      : news.is === 'moved'
        ? changeMail(facts, news.before)
        : cancellationMail({ ...facts, message: '' }, news.reason)
  await enqueue(tx, {
    practiceId: viewer.practiceId,
    kind: `visit_${news.is}`,
    to,
    ...mail,
    dedupeKey: `visit:${visitId}:${news.is}:${version}`,
  })
}
