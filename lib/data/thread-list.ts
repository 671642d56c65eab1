import { and, eq, sql, type SQL } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { client, practice } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'
import type { ThreadLine } from '@/lib/domain/thread/pages'
import { asViewer } from './as-viewer'
import { visibleThreads } from './thread'

export type JsonLine = Omit<ThreadLine, 'at'> & { at: string }

/** Threads in a list: ours. */
const most = 200

/**
 * The threads of a practice beside its row, those that wait for this member first: the urgent ones nobody answered,
 * then what is unread and unanswered, then the rest by their last message. `waiting` leaves the rest out.
 */
export const threadLines = (
  viewer: Viewer,
  { waiting }: { waiting: boolean },
): SQL<
  JsonLine[]
> => sql`(select coalesce(json_agg(x order by x.urgent desc, (x.unread > 0) desc, x.at desc), '[]') from (
  select t.*, c.name as household, l.words, l.at, l.by, l."withPhoto" from (
    select m.client_id as "clientId",
      (count(*) filter (where m.contact_id is not null and m.seq > greatest(s.answered, s.seen)))::int as unread,
      coalesce(bool_or(m.contact_id is not null and m.urgent <> '{}' and m.seq > s.answered), false) as urgent
    from app.thread_message m
    cross join lateral (select
      coalesce((select max(a.seq) from app.thread_message a where a.practice_id = m.practice_id
        and a.client_id = m.client_id and a.member_id is not null), 0) as answered,
      coalesce((select max(r.up_to) from app.thread_read r where r.practice_id = m.practice_id
        and r.client_id = m.client_id and r.member_id = ${memberOf(viewer)}::uuid), 0) as seen) s
    where m.practice_id = practice.id group by m.client_id) t
  join app.client c on c.practice_id = practice.id and c.id = t."clientId" and c.archived_at is null
  join lateral (select n.words, n.written_at as at, n.photo_id is not null as "withPhoto",
      coalesce((select p.name from app.contact p where p.practice_id = n.practice_id and p.id = n.contact_id),
        (select w.name from app.member w where w.practice_id = n.practice_id and w.id = n.member_id), '') as by
    from app.thread_message n where n.practice_id = practice.id and n.client_id = t."clientId"
    order by n.seq desc limit 1) l on true
  where ${waiting ? sql`t.unread > 0 or t.urgent` : sql`true`}
  order by t.urgent desc, (t.unread > 0) desc, l.at desc limit ${most}) x)`

const memberOf = (viewer: Viewer) => (viewer.kind === 'member' ? viewer.memberId : null)

export const linesFrom = (lines: readonly JsonLine[]): ThreadLine[] =>
  lines.map((line) => ({ ...line, at: Temporal.Instant.from(line.at) }))

/** Every thread of the practice, at most 200, whoever waits first. One statement. For members. */
export function threadList(viewer: Viewer): Promise<ThreadLine[]> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const [row] = await tx
      .select({ lines: threadLines(viewer, { waiting: false }) })
      .from(practice)
      .where(eq(practice.id, viewer.practiceId))
    return linesFrom(row?.lines ?? [])
  })
}

/** How many threads wait for this member, or messages for this person of a household; 0 for anybody else. */
export function messagesWaiting(viewer: Viewer): Promise<number> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind === 'guardian') {
      const [row] = await tx
        .select({
          count: sql<number>`(select count(*)::int from app.thread_message m where m.practice_id = client.practice_id
            and m.client_id = client.id and m.member_id is not null and m.seq > coalesce((select max(r.up_to)
              from app.thread_read r where r.practice_id = m.practice_id and r.client_id = m.client_id
                and r.contact_id = ${viewer.contactId}), 0))`,
        })
        .from(client)
        .where(and(visibleThreads(viewer), eq(client.id, viewer.clientId)))
      return row?.count ?? 0
    }
    if (!canKeepClients(viewer)) return 0
    const [row] = await tx
      .select({ count: sql<number>`json_array_length(${threadLines(viewer, { waiting: true })})` })
      .from(practice)
      .where(eq(practice.id, viewer.practiceId))
    return row?.count ?? 0
  })
}
