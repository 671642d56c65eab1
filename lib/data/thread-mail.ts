import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, practice } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'
import { isQuiet, mailAfterMinutes } from '@/lib/domain/thread/quiet'
import { enqueue, type Mail, type Reader } from '@/lib/mail/outbox'
import { stopPage } from '@/lib/mail/stop-link'
import { threadMail } from '@/lib/mail/thread-messages'
import { paths } from '@/lib/paths'
import { asViewer } from './as-viewer'

/** Threads whose readers are told that a message waits: the practice's own machinery does it, and nobody else. */
const visibleClients = (viewer: Viewer) =>
  and(
    eq(client.practiceId, viewer.practiceId),
    sql`${client.archivedAt} is null`,
    viewer.kind === 'system' ? undefined : sql`false`,
  )

type Waiting = { first: number; firstUrgent: number | null; count: number; waitsSince: string }
type Person = { id: string; name: string; email: string }

/**
 * Writes one mail to whoever has not read a message ten minutes after it was written, and no other before they have:
 * of a household its main person who signs in, of the practice the consultant of the nearest visit, else its owner.
 * Not in the reader's quiet hours, but for what sounds urgent, which the practice hears of at once. What a message
 * says is never in it. Two statements; says how many.
 */
export function mailOfMessages(viewer: Viewer, now: Temporal.Instant): Promise<number> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'system') throw new NotFound()
    const rows = await waitingThreads(tx, viewer, now)
    const mails = rows.flatMap(({ clientId, household, zone, practiceName, atHome, atWork, ...its }) => {
      const told = (person: Person, reader: Reader, to: 'household' | 'practice', waits: Waiting): Mail => {
        const { practiceId } = viewer
        const urgent = to === 'practice' && waits.firstUrgent !== null
        const stop = stopPage({ practiceId, reader, kind: 'messages' })
        const facts = { practiceName, name: person.name, count: waits.count, urgent }
        const from = to === 'household' ? practiceName : household
        const path = to === 'household' ? paths.homeThread() : paths.thread(clientId)
        const which = urgent ? `urgent:${waits.firstUrgent}` : waits.first
        return {
          ...{ practiceId, kind: 'messages', to: person.email, reader },
          letter: () => threadMail({ ...facts, from, path }, to, stop),
          dedupeKey: `thread:${clientId}:${person.id}:${which}`,
          sendAfter: now,
          sendUntil: now.add({ hours: 12 }),
        }
      }
      const { forHousehold, forPractice } = its
      const home = atHome && forHousehold && !isQuiet(now, zone)
      const work = atWork && forPractice && (forPractice.firstUrgent !== null || !isQuiet(now, viewer.zone))
      return [
        ...(home ? [told(atHome, { contactId: atHome.id }, 'household', forHousehold)] : []),
        ...(work ? [told(atWork, { memberId: atWork.id }, 'practice', forPractice)] : []),
      ]
    })
    await enqueue(tx, ...mails)
    return mails.length
  })
}

/** Threads with something that waits long enough, and who is to hear of it. */
async function waitingThreads(tx: Tx, viewer: Viewer, now: Temporal.Instant) {
  const before = sql`${now.subtract({ minutes: mailAfterMinutes }).toString()}::timestamptz`
  // Nobody is told of what waited before there was anybody to tell.
  const since = sql`${now.subtract({ hours: 7 * 24 }).toString()}::timestamptz`
  const seenBy = (side: 'contact_id' | 'member_id') =>
    side === 'contact_id'
      ? sql`coalesce((select max(r.up_to) from app.thread_read r where r.practice_id = client.practice_id
          and r.client_id = client.id and r.contact_id is not null), 0)`
      : sql`greatest(coalesce((select max(r.up_to) from app.thread_read r where r.practice_id = client.practice_id
          and r.client_id = client.id and r.member_id is not null), 0), coalesce((select max(a.seq)
          from app.thread_message a where a.practice_id = client.practice_id and a.client_id = client.id
            and a.member_id is not null), 0))`
  return tx
    .select({
      clientId: client.id,
      household: client.name,
      zone: client.zone,
      practiceName: practice.name,
      forHousehold: sql<Waiting | null>`(select case when min(m.written_at) <= ${before}
          then json_build_object('first', min(m.seq), 'firstUrgent', null, 'count', count(*)) end
        from app.thread_message m where m.practice_id = client.practice_id and m.client_id = client.id
          and m.member_id is not null and m.written_at > ${since} and m.seq > ${seenBy('contact_id')})`,
      forPractice: sql<Waiting | null>`(select case when min(m.written_at) <= ${before} or bool_or(m.urgent <> '{}')
          then json_build_object('first', min(m.seq), 'count', count(*),
            'firstUrgent', min(m.seq) filter (where m.urgent <> '{}')) end
        from app.thread_message m where m.practice_id = client.practice_id and m.client_id = client.id
          and m.contact_id is not null and m.written_at > ${since} and m.seq > ${seenBy('member_id')})`,
      atHome: sql<Person | null>`(select json_build_object('id', c.id, 'name', c.name, 'email', c.email)
        from app.contact c left join app.mail_choice w on w.practice_id = c.practice_id and w.contact_id = c.id
        where c.practice_id = client.practice_id and c.client_id = client.id and c.removed_at is null
          and c.user_id is not null and c.email is not null and c.bounced_address is distinct from c.email
          and w.messages is not false
        order by c.is_main desc, c.created_at limit 1)`,
      atWork: sql<Person | null>`(select json_build_object('id', m.id, 'name', m.name, 'email', m.email)
        from app.member m
        left join lateral (select min(abs(extract(epoch from lower(v.during) - ${now.toString()}::timestamptz))) as away
          from app.visit v where v.practice_id = client.practice_id and v.client_id = client.id
            and v.consultant_id = m.id and v.status <> 'cancelled') near on true
        where m.practice_id = client.practice_id and m.removed_at is null and m.message_mails
          and (near.away is not null or m.role = 'owner')
        order by near.away nulls last, m.created_at limit 1)`,
    })
    .from(client)
    .innerJoin(practice, eq(practice.id, client.practiceId))
    .where(
      and(
        visibleClients(viewer),
        sql`exists (select 1 from app.thread_message m where m.practice_id = client.practice_id
          and m.client_id = client.id and m.written_at > ${since})`,
      ),
    )
}
