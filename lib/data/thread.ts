import { createHash } from 'node:crypto'
import { and, asc, desc, eq, lt, sql, type SQL } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, practice, threadMessage, threadPhoto, threadRead } from '@/db/schema'
import type { GuardianViewer, MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import type { MessageUse, Thread, ThreadMessage } from '@/lib/domain/thread/pages'
import type { NewMessage } from '@/lib/domain/thread/schema'
import { urgentIn } from '@/lib/domain/thread/urgent'
import { urgentWords } from '@/lib/messages/urgent'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { messageIsRead, tellOfMessage } from './thread-news'
import { ruleFrom, ruleOfPractice } from './thread-rule'

/** A thread is its household's and its practice's; whoever holds a link has none. */
export const visibleThreads = (viewer: Viewer): SQL | undefined =>
  and(
    eq(client.practiceId, viewer.practiceId),
    viewer.kind === 'guardian' ? eq(client.id, viewer.clientId) : undefined,
    viewer.kind === 'share' ? sql`false` : undefined,
  )
const messagesOf = (viewer: Viewer, clientId: string) =>
  and(eq(threadMessage.practiceId, viewer.practiceId), eq(threadMessage.clientId, clientId))

/** Messages on a page: ours. */
const onPage = 60

/**
 * The thread of a household, the latest 60 messages or those before `before`, and from now on read by the viewer as
 * far as it is shown. Four statements. For the household and those who work here; NotFound for anybody else.
 */
export function threadOf(
  viewer: Viewer,
  asked: { clientId: string; before?: number | undefined },
  now: Temporal.Instant,
): Promise<Thread> {
  return asViewer(viewer, async (tx) => {
    const me = personOf(viewer)
    const { rule, ...head } = found(await headOf(tx, viewer, idFrom(asked.clientId), now))
    const rows = await messageRows(tx, viewer, head.clientId, asked.before)
    const shown = rows.slice(0, onPage).toReversed()
    const latest = shown.findLast((one) => one.side !== sideOf(me))
    if (latest && asked.before === undefined) await hasRead(tx, me, head.clientId, latest.seq, now)
    return {
      ...head,
      rule: ruleFrom(rule),
      messages: shown.map((row) => messageFrom(row, me)),
      more: rows.length > onPage,
      sendKey: `${personIdOf(me)}:${shown.findLast((row) => isMine(row, me))?.seq ?? 0}`,
    }
  })
}

type Person = GuardianViewer | MemberViewer

function personOf(viewer: Viewer): Person {
  if (viewer.kind !== 'guardian' && viewer.kind !== 'member') throw new NotFound()
  return viewer
}
const sideOf = (me: Person) => (me.kind === 'guardian' ? 'household' : 'practice')
const personIdOf = (me: Person) => (me.kind === 'guardian' ? me.contactId : me.memberId)
export const writtenBy = (me: Person) =>
  me.kind === 'guardian' ? { contactId: me.contactId } : { memberId: me.memberId }

async function headOf(tx: Tx, viewer: Viewer, clientId: string, now: Temporal.Instant) {
  const [row] = await tx
    .select({
      clientId: client.id,
      household: client.name,
      zone: client.zone,
      practice: { name: practice.name, phone: practice.phone },
      animals: sql<
        string[]
      >`(select coalesce(json_agg(a.name order by a.created_at, a.id), '[]') from app.animal a
        where a.practice_id = client.practice_id and a.client_id = client.id and a.archived_at is null)`,
      rule: ruleOfPractice,
      usedThisMonth: sql<number>`(select count(*)::int from app.thread_message m
        where m.practice_id = client.practice_id and m.client_id = client.id and m.contact_id is not null
          and m.urgent = '{}' and m.written_at >= ${monthBegan(now, viewer.zone).toString()}::timestamptz)`,
    })
    .from(client)
    .innerJoin(practice, eq(practice.id, client.practiceId))
    .where(and(visibleThreads(viewer), eq(client.id, clientId)))
  return row
}

const monthBegan = (now: Temporal.Instant, zone: string) =>
  now.toZonedDateTimeISO(zone).toPlainDate().with({ day: 1 }).toZonedDateTime(zone).toInstant()

type Row = {
  id: string
  seq: number
  side: ThreadMessage['side']
  author: string
  by: string
  at: Temporal.Instant
  words: string
  urgent: ThreadMessage['urgent']
  photo: ThreadMessage['photo']
  reads: { by: string; at: string }[]
  uses: { kind: MessageUse; visitId: string | null; done: boolean }[]
}

/** The latest first, one more than a page holds. */
function messageRows(tx: Tx, viewer: Viewer, clientId: string, before?: number): Promise<Row[]> {
  return tx
    .select({
      id: threadMessage.id,
      seq: threadMessage.seq,
      side: sql<
        Row['side']
      >`case when thread_message.contact_id is null then 'practice' else 'household' end`,
      author: sql<string>`coalesce(thread_message.contact_id, thread_message.member_id)`,
      by: sql<string>`coalesce((select c.name from app.contact c where c.practice_id = thread_message.practice_id
        and c.id = thread_message.contact_id), (select m.name from app.member m
        where m.practice_id = thread_message.practice_id and m.id = thread_message.member_id), '')`,
      at: threadMessage.writtenAt,
      words: threadMessage.words,
      urgent: threadMessage.urgent,
      photo: sql<Row['photo']>`(select json_build_object('id', p.id, 'width', p.width, 'height', p.height)
        from app.thread_photo p where p.practice_id = thread_message.practice_id and p.id = thread_message.photo_id)`,
      reads: sql<Row['reads']>`(select coalesce(json_agg(x order by x.at), '[]') from (
        select coalesce(c.name, m.name) as by, min(r.read_at) as at from app.thread_read r
        left join app.contact c on c.practice_id = r.practice_id and c.id = r.contact_id
        left join app.member m on m.practice_id = r.practice_id and m.id = r.member_id
        where r.practice_id = thread_message.practice_id and r.client_id = thread_message.client_id
          and r.up_to >= thread_message.seq
          and (r.contact_id is null) = (thread_message.contact_id is not null)
        group by c.id, c.name, m.id, m.name) x)`,
      uses: sql<
        Row['uses']
      >`(select coalesce(json_agg(json_build_object('kind', u.kind, 'visitId', u.visit_id,
          'done', u.done_at is not null)), '[]') from app.thread_use u
        where u.practice_id = thread_message.practice_id and u.message_id = thread_message.id)`,
    })
    .from(threadMessage)
    .where(
      and(messagesOf(viewer, clientId), before === undefined ? undefined : lt(threadMessage.seq, before)),
    )
    .orderBy(desc(threadMessage.seq))
    .limit(onPage + 1)
}

const isMine = ({ author }: Pick<Row, 'author'>, me: Person) => author === personIdOf(me)

function messageFrom({ author, reads, ...row }: Row, me: Person): ThreadMessage {
  return {
    ...row,
    mine: isMine({ author }, me),
    reads: reads.map(({ by, at }) => ({ by, at: Temporal.Instant.from(at) })),
  }
}

/** Notes how far somebody has read; the same again is one row. */
async function hasRead(
  tx: Tx,
  me: Person,
  clientId: string,
  upTo: number,
  now: Temporal.Instant,
): Promise<void> {
  const { practiceId } = me
  const mine =
    me.kind === 'guardian' ? eq(threadRead.contactId, me.contactId) : eq(threadRead.memberId, me.memberId)
  const [before] = await tx
    .select({ upTo: sql<number | null>`max(${threadRead.upTo})` })
    .from(threadRead)
    .where(and(eq(threadRead.practiceId, practiceId), eq(threadRead.clientId, clientId), mine))
  if ((before?.upTo ?? 0) >= upTo) return
  await tx
    .insert(threadRead)
    .values({ practiceId, clientId, ...writtenBy(me), upTo, readAt: now })
    .onConflictDoNothing()
  await messageIsRead(tx, me, { clientId, upTo }, now)
}

/**
 * Writes into the thread of a household. The same words and photo sent again from one form are one message. Its words
 * are looked at for what cannot wait, in every language; nothing is ever refused for how many there were. Refuses a
 * photo that is not there (any more).
 */
export function writeToThread(
  viewer: Viewer,
  input: NewMessage,
  now: Temporal.Instant,
): Promise<Result<{ clientId: string; seq: number }>> {
  return asViewer(viewer, async (tx) => {
    const me = personOf(viewer)
    const { practiceId } = me
    const [home] = await tx
      .select({ id: client.id, archivedAt: client.archivedAt })
      .from(client)
      .where(and(visibleThreads(viewer), eq(client.id, idFrom(input.clientId))))
    const { id: clientId, archivedAt } = found(home)
    if (archivedAt) return refused('thread.archived')
    const photoId = input.photoId === undefined ? null : await ownPhoto(tx, me, clientId, input.photoId)
    if (photoId === undefined) return refused('thread.form.lost')
    const sent = [personIdOf(me), input.key, input.words, photoId].join('\n')
    const sendKey = createHash('sha256').update(sent).digest('hex')
    // Whoever reads up to a message has then seen all before it.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`thread:${clientId}`}, 0))`)
    const [row] = await tx
      .insert(threadMessage)
      .values({
        ...{ practiceId, clientId, ...writtenBy(me), words: input.words, photoId, sendKey, writtenAt: now },
        urgent: me.kind === 'guardian' ? urgentIn(input.words, urgentWords) : [],
      })
      .onConflictDoNothing()
      .returning({ id: threadMessage.id, seq: threadMessage.seq })
    if (row) {
      await audit(tx, viewer, 'write', 'thread', row.id, { clientId })
      await tellOfMessage(tx, me, { clientId, seq: row.seq }, now)
    }
    return done({ clientId, seq: row?.seq ?? (await seqOf(tx, viewer, clientId, sendKey)) })
  })
}

/** Undefined for one of another thread, and where it waited for longer than a day. */
async function ownPhoto(tx: Tx, me: Person, clientId: string, photoId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: threadPhoto.id })
    .from(threadPhoto)
    .where(
      and(
        eq(threadPhoto.practiceId, me.practiceId),
        eq(threadPhoto.clientId, clientId),
        eq(threadPhoto.id, idFrom(photoId)),
      ),
    )
  return row?.id
}

async function seqOf(tx: Tx, viewer: Viewer, clientId: string, sendKey: string): Promise<number> {
  const [row] = await tx
    .select({ seq: threadMessage.seq })
    .from(threadMessage)
    .where(and(messagesOf(viewer, clientId), eq(threadMessage.sendKey, sendKey)))
    .orderBy(asc(threadMessage.seq))
  return found(row).seq
}
