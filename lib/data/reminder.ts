import { and, asc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, contact, mailChoice, member, practice, visit } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { addressOf } from '@/lib/domain/client/address'
import { reminderHour, reminderUntilHours, toldHours } from '@/lib/domain/mail/kinds'
import { NotFound } from '@/lib/domain/result/result'
import { enqueue, type Mail } from '@/lib/mail/outbox'
import { reminderMail } from '@/lib/mail/reminder-messages'
import { stopPage } from '@/lib/mail/stop-link'
import { namesOfVisit } from './animals-of-visit'
import { asViewer } from './as-viewer'
import { mainPersonReached } from './people'
import { toldOfService } from './service-told'
import { saidOf } from './visit-mail'

/** Visits that households are reminded of: the practice's own machinery does it, and nobody else. */
const visibleVisits = (viewer: Viewer) =>
  and(eq(visit.practiceId, viewer.practiceId), viewer.kind === 'system' ? undefined : sql`false`)

const batch = 200

/**
 * Writes the reminders that are due: of visits whose evening before has come (six o'clock at the home), to the main
 * person a mail reaches, once for each time a visit stands at. None where the household was told of it in the six
 * hours before, where the person wants none, or less than three hours before it. Says how many; a full batch of 200
 * means that there may be more.
 */
export function remindOfVisits(viewer: Viewer, now: Temporal.Instant): Promise<number> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'system') throw new NotFound()
    const due = (await visitsAhead(tx, viewer, now)).filter(({ its, toldAt }) => {
      const evening = eveningBefore(its)
      const told = toldAt && Temporal.Instant.from(toldAt.replace(' ', 'T'))
      return isPast(evening, now) && !(told && isPast(evening.subtract({ hours: toldHours }), told))
    })
    const { practiceId } = viewer
    const mails = due.map(({ its, home, contactId, email, toldAt: _toldAt, ...facts }): Mail => {
      const reader = { contactId }
      const stop = stopPage({ practiceId, reader, kind: 'reminder' })
      return {
        ...{ practiceId, kind: 'reminder', to: email, reader },
        says: [saidOf(its)],
        letter: () => reminderMail({ ...facts, ...its, address: addressOf(home) }, stop),
        dedupeKey: `visit:${its.id}:reminder:${its.localStart.toString()}`,
        sendAfter: now,
        sendUntil: its.during.from.subtract({ hours: reminderUntilHours }),
      }
    })
    await enqueue(tx, ...mails)
    return mails.length
  })
}

/** The evening is a wall time of the home, whatever the clocks do that night. */
const eveningBefore = ({ localStart, zone }: Pick<typeof visit.$inferSelect, 'localStart' | 'zone'>) =>
  localStart
    .toPlainDate()
    .subtract({ days: 1 })
    .toPlainDateTime({ hour: reminderHour })
    .toZonedDateTime(zone)
    .toInstant()

const isPast = (moment: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(moment, now) <= 0

/** Visits of the next day and a bit without a reminder of their time, with whoever reads it. One statement. */
function visitsAhead(tx: Tx, viewer: Viewer, now: Temporal.Instant) {
  const from = sql`lower(${visit.during})`
  return tx
    .select({
      its: visit,
      contactId: contact.id,
      email: sql<string>`${contact.email}`,
      name: contact.name,
      practiceName: practice.name,
      consultant: member.name,
      told: toldOfService(sql`visit`),
      home: { street: client.street, town: client.town },
      animals: namesOfVisit,
      toldAt: sql<string | null>`(select max(vc.changed_at) from app.visit_change vc
        where vc.practice_id = visit.practice_id and vc.visit_id = visit.id and vc.undone_at is null)`,
    })
    .from(visit)
    .innerJoin(
      client,
      and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId), isNull(client.archivedAt)),
    )
    .innerJoin(practice, eq(practice.id, visit.practiceId))
    .innerJoin(member, and(eq(member.practiceId, visit.practiceId), eq(member.id, visit.consultantId)))
    .innerJoin(contact, mainPersonReached(visit))
    .leftJoin(
      mailChoice,
      and(eq(mailChoice.practiceId, contact.practiceId), eq(mailChoice.contactId, contact.id)),
    )
    .where(
      and(
        visibleVisits(viewer),
        inArray(visit.status, ['booked', 'confirmed']),
        gt(from, sql`${now.add({ hours: reminderUntilHours }).toString()}::timestamptz`),
        lt(from, sql`${now.add({ hours: 32 }).toString()}::timestamptz`),
        sql`${mailChoice.reminder} is not false`,
        sql`not exists (select 1 from app.outbox o where o.dedupe_key = 'visit:' || visit.id || ':reminder:'
          || to_char(visit.local_start, 'YYYY-MM-DD"T"HH24:MI:SS'))`,
      ),
    )
    .orderBy(asc(from))
    .limit(batch)
}
