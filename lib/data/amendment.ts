import { and, asc, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { amendment, member, note, visit } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import type { AmendmentDraft } from '@/lib/domain/note/schema'
import type { Amendment } from '@/lib/domain/note/summary'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { asViewer, audit, found, idFrom } from './as-viewer'

const visibleNotes = (viewer: Viewer) =>
  and(
    eq(note.practiceId, viewer.practiceId),
    eq(note.status, 'signed'),
    viewer.kind === 'member'
      ? undefined
      : viewer.kind === 'guardian'
        ? eq(visit.clientId, viewer.clientId)
        : sql`false`,
  )

/** Adds to a signed note; what was signed stays as it is. Refuses a draft (it can still be edited). */
export function amendNote(
  viewer: MemberViewer,
  added: AmendmentDraft,
  now: Temporal.Instant,
): Promise<Result<string>> {
  return asViewer(viewer, async (tx) => {
    const [held] = await tx
      .select({ id: note.id, status: note.status })
      .from(visit)
      .leftJoin(note, and(eq(note.practiceId, visit.practiceId), eq(note.visitId, visit.id)))
      .where(and(eq(visit.practiceId, viewer.practiceId), eq(visit.id, idFrom(added.visitId))))
    const its = found(held)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    if (!its.id || its.status !== 'signed') return refused('note.notSignedYet')
    await tx.insert(amendment).values({
      practiceId: viewer.practiceId,
      noteId: its.id,
      body: added.body,
      reason: added.reason,
      shown: added.shown,
      amendedBy: viewer.memberId,
      at: now,
    })
    await audit(tx, viewer, 'amend', 'note', its.id)
    return done(added.visitId)
  })
}

/** Additions to the signed note of a visit, oldest first; a household sees those shown to it. */
export function amendmentsOf(viewer: Viewer, visitId: string): Promise<Amendment[]> {
  return asViewer(viewer, (tx) =>
    tx
      .select({
        id: amendment.id,
        body: amendment.body,
        reason: amendment.reason,
        shown: amendment.shown,
        by: member.name,
        at: amendment.at,
      })
      .from(amendment)
      .innerJoin(note, and(eq(note.practiceId, amendment.practiceId), eq(note.id, amendment.noteId)))
      .innerJoin(visit, and(eq(visit.practiceId, note.practiceId), eq(visit.id, note.visitId)))
      .innerJoin(member, and(eq(member.practiceId, amendment.practiceId), eq(member.id, amendment.amendedBy)))
      .where(
        and(
          visibleNotes(viewer),
          eq(visit.id, idFrom(visitId)),
          viewer.kind === 'member' ? undefined : eq(amendment.shown, true),
        ),
      )
      .orderBy(asc(amendment.at)),
  )
}
