import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, contact, internalNote, note, threadMessage, threadUse, visit } from '@/db/schema'
import { canKeepClients, canTrain } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import type { AgendaItem } from '@/lib/domain/thread/pages'
import type { AgendaTick, OneMessage } from '@/lib/domain/thread/schema'
import { quotedMessage } from '@/lib/format/quoted-message'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { openDraft } from './note-draft'

/** What becomes of messages is the practice's; a household sees its own words and nothing made of them. */
const visibleMessages = (viewer: Viewer) =>
  and(eq(threadMessage.practiceId, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)
const visibleUses = (viewer: Viewer) =>
  and(eq(threadUse.practiceId, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)

async function messageOf(tx: Tx, viewer: Viewer, messageId: string) {
  const [row] = await tx
    .select({
      id: threadMessage.id,
      clientId: threadMessage.clientId,
      words: threadMessage.words,
      at: threadMessage.writtenAt,
      zone: client.zone,
      by: sql<string>`coalesce(${contact.name}, '')`,
    })
    .from(threadMessage)
    .innerJoin(
      client,
      and(eq(client.practiceId, threadMessage.practiceId), eq(client.id, threadMessage.clientId)),
    )
    .leftJoin(
      contact,
      and(eq(contact.practiceId, threadMessage.practiceId), eq(contact.id, threadMessage.contactId)),
    )
    .where(and(visibleMessages(viewer), eq(threadMessage.id, idFrom(messageId))))
  return found(row)
}

/** Puts a message on what is to be spoken of at the household's next visit; twice is once, a ticked one opens again. */
export function putOnAgenda(
  viewer: MemberViewer,
  { messageId }: OneMessage,
  now: Temporal.Instant,
): Promise<Result<{ clientId: string }>> {
  return asViewer(viewer, async (tx) => {
    const { id, clientId } = await messageOf(tx, viewer, messageId)
    const { practiceId, memberId } = viewer
    await tx
      .insert(threadUse)
      .values({ practiceId, messageId: id, kind: 'agenda', clientId, addedBy: memberId, addedAt: now })
      .onConflictDoUpdate({
        target: [threadUse.practiceId, threadUse.messageId, threadUse.kind],
        set: { doneAt: null, doneBy: null },
      })
    await audit(tx, viewer, 'agenda', 'thread', id, { clientId })
    return done({ clientId })
  })
}

/** Ticks off what was spoken of, or takes the tick back. */
export function tickAgenda(
  viewer: MemberViewer,
  { messageId, done: isDone }: AgendaTick,
  now: Temporal.Instant,
): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const [row] = await tx
      .update(threadUse)
      .set(isDone ? { doneAt: now, doneBy: viewer.memberId } : { doneAt: null, doneBy: null })
      .where(
        and(visibleUses(viewer), eq(threadUse.messageId, idFrom(messageId)), eq(threadUse.kind, 'agenda')),
      )
      .returning({ messageId: threadUse.messageId })
    found(row)
    await audit(tx, viewer, isDone ? 'tick' : 'untick', 'thread', idFrom(messageId))
    return done()
  })
}

/**
 * What is to be spoken of at a visit. What is open belongs to the household's next one, or the one under way; there
 * also stands what was ticked off in the last twelve hours away from any visit. What was ticked off on the day of a
 * visit stays at that one. One statement. For members; an empty list for anybody else.
 */
export function agendaOf(viewer: Viewer, visitId: string, now: Temporal.Instant): Promise<AgendaItem[]> {
  return asViewer(viewer, async (tx) => {
    const lately = sql`${now.subtract({ hours: 12 }).toString()}::timestamptz`
    const rows = await tx
      .select({
        messageId: threadUse.messageId,
        seq: threadMessage.seq,
        clientId: threadUse.clientId,
        words: threadMessage.words,
        withPhoto: sql<boolean>`${threadMessage.photoId} is not null`,
        by: sql<string>`coalesce(${contact.name}, '')`,
        at: threadMessage.writtenAt,
        doneAt: threadUse.doneAt,
      })
      .from(visit)
      .innerJoin(
        threadUse,
        and(eq(threadUse.practiceId, visit.practiceId), eq(threadUse.clientId, visit.clientId)),
      )
      .innerJoin(
        threadMessage,
        and(eq(threadMessage.practiceId, visit.practiceId), eq(threadMessage.id, threadUse.messageId)),
      )
      .leftJoin(
        contact,
        and(eq(contact.practiceId, visit.practiceId), eq(contact.id, threadMessage.contactId)),
      )
      .where(
        and(
          visibleUses(viewer),
          eq(visit.practiceId, viewer.practiceId),
          eq(visit.id, idFrom(visitId)),
          eq(threadUse.kind, 'agenda'),
          sql`((${threadUse.doneAt} at time zone ${visit.zone})::date = ${visit.localStart}::date
            or (${visit.id} = ${nextVisit(lately)} and (${threadUse.doneAt} is null
              or (${threadUse.doneAt} > ${lately} and not ${tickedAtAVisit}))))`,
        ),
      )
      .orderBy(threadMessage.seq)
    return rows
  })
}

/** What is not over since `lately`: a visit that was not said to have begun may still be going on. */
const nextVisit = (lately: SQL) => sql`(select o.id from app.visit o where o.practice_id = ${visit.practiceId}
  and o.client_id = ${visit.clientId} and o.status in ('booked', 'confirmed', 'arrived')
  and upper(o.during) > ${lately} order by lower(o.during) limit 1)`

const tickedAtAVisit = sql`exists (select 1 from app.visit o where o.practice_id = ${visit.practiceId}
  and o.client_id = ${visit.clientId} and o.status in ('arrived', 'done')
  and o.local_start::date = (${threadUse.doneAt} at time zone o.zone)::date)`

/**
 * Quotes a message in what the practice keeps for itself of a note: the one of the latest visit that is not signed,
 * else of the next one. Twice is once. Refuses where no visit has such a note, and whose note it is not.
 */
export function putIntoNote(
  viewer: MemberViewer,
  { messageId }: OneMessage,
  now: Temporal.Instant,
): Promise<Result<{ visitId: string }>> {
  return asViewer(viewer, async (tx) => {
    const message = await messageOf(tx, viewer, messageId)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    const [before] = await tx
      .select({ visitId: threadUse.visitId })
      .from(threadUse)
      .where(and(visibleUses(viewer), eq(threadUse.messageId, message.id), eq(threadUse.kind, 'note')))
    if (before?.visitId) return done({ visitId: before.visitId })
    const its = await visitToNote(tx, viewer, message.clientId, now)
    if (!its) return refused('thread.noNote')
    const opened = await openDraft(tx, viewer, { visitId: its.id, version: its.version, animals: [] })
    if (!opened.ok) return opened
    const { noteId } = opened.value
    const { practiceId, memberId } = viewer
    const body = [its.internal, quotedMessage(message)].filter(Boolean).join('\n\n')
    await tx
      .update(note)
      .set({ version: its.version + 1, updatedAt: now })
      .where(and(eq(note.practiceId, practiceId), eq(note.id, noteId)))
    await tx
      .insert(internalNote)
      .values({ practiceId, noteId, body })
      .onConflictDoUpdate({ target: [internalNote.practiceId, internalNote.noteId], set: { body } })
    await tx.insert(threadUse).values({
      ...{ practiceId, messageId: message.id, kind: 'note', clientId: message.clientId },
      ...{ visitId: its.id, addedBy: memberId, addedAt: now },
    })
    await audit(tx, viewer, 'quote', 'note', noteId, { messageId: message.id })
    return done({ visitId: its.id })
  })
}

/** The latest visit that has begun and whose note is open, else the next one ahead. */
async function visitToNote(tx: Tx, viewer: MemberViewer, clientId: string, now: Temporal.Instant) {
  const start = sql`lower(${visit.during})`
  const moment = sql`${now.toString()}::timestamptz`
  const [row] = await tx
    .select({
      id: visit.id,
      version: sql<number>`coalesce(${note.version}, 0)`,
      internal: sql<string>`coalesce(${internalNote.body}, '')`,
    })
    .from(visit)
    .leftJoin(note, and(eq(note.practiceId, visit.practiceId), eq(note.visitId, visit.id)))
    .leftJoin(
      internalNote,
      and(eq(internalNote.practiceId, visit.practiceId), eq(internalNote.noteId, note.id)),
    )
    .where(
      and(
        eq(visit.practiceId, viewer.practiceId),
        eq(visit.clientId, clientId),
        inArray(visit.status, ['booked', 'confirmed', 'arrived', 'done']),
        sql`${note.status} is distinct from 'signed'`,
        sql`(${visit.status} in ('arrived', 'done') or ${start} > ${moment})`,
      ),
    )
    .orderBy(desc(sql`${start} <= ${moment}`), sql`abs(extract(epoch from ${start} - ${moment}))`)
    .limit(1)
  return row
}
