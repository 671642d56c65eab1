import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { member, note, noteShare, visit } from '@/db/schema'
import { canSignNote } from '@/lib/domain/access/can'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import type { Colleague } from '@/lib/domain/note/pages'
import type { DraftShare } from '@/lib/domain/note/schema'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { asViewer, audit, found, idFrom } from './as-viewer'

/** The members a draft is shared with, beside its author. */
export async function sharedWith(tx: Tx, practiceId: string, noteId: string): Promise<string[]> {
  const rows = await tx
    .select({ memberId: noteShare.memberId })
    .from(noteShare)
    .where(and(eq(noteShare.practiceId, practiceId), eq(noteShare.noteId, noteId)))
  return rows.map(({ memberId }) => memberId)
}

/** Columns of a statement that reads a note: who else writes on it, and who else could. */
export const sharing = {
  sharedWith: sql<Colleague[]>`(select coalesce(json_agg(json_build_object('memberId', m.id, 'name', m.name)
      order by s.shared_at), '[]')
    from app.note_share s join app.member m on m.practice_id = s.practice_id and m.id = s.member_id
    where s.practice_id = ${note.practiceId} and s.note_id = ${note.id})`,
  colleagues: sql<Colleague[]>`(select coalesce(json_agg(json_build_object('memberId', m.id, 'name', m.name)
      order by m.name), '[]')
    from app.member m where m.practice_id = ${visit.practiceId} and m.role <> 'assistant'
      and m.removed_at is null and m.id <> coalesce(${note.authorId}, ${visit.consultantId})
      and not exists (select 1 from app.note_share s where s.practice_id = m.practice_id
        and s.note_id = ${note.id} and s.member_id = m.id))`,
}

/**
 * Lets a colleague read and write a draft too; signing stays with its author. Refuses everybody but the author, a
 * signed note, and whoever does not write notes. Sharing twice is sharing once.
 */
export function shareDraft(
  viewer: MemberViewer,
  asked: DraftShare,
  now: Temporal.Instant,
): Promise<Result<string>> {
  return asViewer(viewer, async (tx) => {
    const draft = await draftOf(tx, viewer, asked.visitId)
    const [colleague] = await tx
      .select({ id: member.id })
      .from(member)
      .where(
        and(
          eq(member.practiceId, viewer.practiceId),
          eq(member.id, idFrom(asked.memberId)),
          ne(member.role, 'assistant'),
          isNull(member.removedAt),
        ),
      )
    const { id } = found(colleague)
    if (!canSignNote(viewer, draft.authorId) || id === draft.authorId) return refused('note.notYours')
    if (draft.status === 'signed') return refused('note.alreadySigned')
    const made = await tx
      .insert(noteShare)
      .values({
        ...{ practiceId: viewer.practiceId, noteId: draft.id, memberId: id },
        ...{ sharedBy: viewer.memberId, sharedAt: now },
      })
      .onConflictDoNothing()
      .returning({ memberId: noteShare.memberId })
    if (made.length > 0) await audit(tx, viewer, 'share', 'note', draft.id, { memberId: id })
    return done(draft.visitId)
  })
}

/** Takes a draft back from a colleague, by its author or by that colleague; what they wrote stays in it. */
export function stopSharing(
  viewer: MemberViewer,
  asked: DraftShare,
): Promise<Result<{ visitId: string; givenBack: boolean }>> {
  return asViewer(viewer, async (tx) => {
    const draft = await draftOf(tx, viewer, asked.visitId)
    const memberId = idFrom(asked.memberId)
    if (!canSignNote(viewer, draft.authorId) && memberId !== viewer.memberId) return refused('note.notYours')
    const gone = await tx
      .delete(noteShare)
      .where(
        and(
          eq(noteShare.practiceId, viewer.practiceId),
          eq(noteShare.noteId, draft.id),
          eq(noteShare.memberId, memberId),
        ),
      )
      .returning({ memberId: noteShare.memberId })
    if (gone.length > 0) await audit(tx, viewer, 'unshare', 'note', draft.id, { memberId })
    return done({ visitId: draft.visitId, givenBack: memberId === viewer.memberId })
  })
}

async function draftOf(tx: Tx, viewer: MemberViewer, visitId: string) {
  const [row] = await tx
    .select({ id: note.id, authorId: note.authorId, status: note.status, visitId: visit.id })
    .from(note)
    .innerJoin(visit, and(eq(visit.practiceId, note.practiceId), eq(visit.id, note.visitId)))
    .where(
      and(
        eq(note.practiceId, viewer.practiceId),
        (viewer as { kind: string }).kind === 'member' ? undefined : sql`false`,
        eq(visit.id, idFrom(visitId)),
      ),
    )
  return found(row)
}
