import { and, asc, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { amendment, member, note, visit } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { sealedText } from '@/lib/domain/note/chain'
import { isReadAtHome, nameOfField, noteFieldFrom, refuseText, textAt } from '@/lib/domain/note/correctable'
import type { AmendmentDraft } from '@/lib/domain/note/schema'
import type { Amendment } from '@/lib/domain/note/summary'
import { done, refused, type Refusal, type Result } from '@/lib/domain/result/result'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { contentOf, sha256 } from './note-content'

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

/**
 * Adds to a signed note, or says what one of its fields should have said; what was signed stays as it is. Sealed
 * over the seal before it, one after the other. Refuses a draft (it can still be edited), a field the note does not
 * have, words it cannot hold or holds already, and showing the household what is not for it.
 */
export function amendNote(
  viewer: MemberViewer,
  added: AmendmentDraft,
  now: Temporal.Instant,
): Promise<Result<string>> {
  return asViewer(viewer, async (tx) => {
    const [held] = await tx
      .select({ id: note.id, status: note.status, contentHash: note.contentHash, zone: visit.zone })
      .from(visit)
      .leftJoin(note, and(eq(note.practiceId, visit.practiceId), eq(note.visitId, visit.id)))
      .where(and(eq(visit.practiceId, viewer.practiceId), eq(visit.id, idFrom(added.visitId))))
    const its = found(held)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    if (!its.id || its.status !== 'signed') return refused('note.notSignedYet')
    // Whoever amends at the same time comes after.
    await tx.execute(
      sql`select 1 from app.note where practice_id = ${viewer.practiceId} and id = ${its.id} for update`,
    )
    const before = await amendmentsOf(viewer, added.visitId)
    const refusal = added.field ? await refuseCorrection(tx, viewer, its.id, added, before) : null
    if (refusal) return refusal
    const sealed = {
      nth: before.length + 1,
      field: added.field || null,
      body: added.body,
      reason: added.reason,
      shown: added.shown,
      amendedBy: viewer.memberId,
      // As the database keeps it.
      at: now.round({ smallestUnit: 'microsecond', roundingMode: 'trunc' }),
      zone: its.zone,
    }
    const hash = sha256(sealedText(before.at(-1)?.hash ?? its.contentHash ?? '', sealed))
    await tx.insert(amendment).values({ practiceId: viewer.practiceId, noteId: its.id, ...sealed, hash })
    await audit(tx, viewer, 'amend', 'note', its.id)
    return done(added.visitId)
  })
}

async function refuseCorrection(
  tx: Tx,
  viewer: MemberViewer,
  noteId: string,
  { field: name, body, shown }: AmendmentDraft,
  before: readonly Amendment[],
): Promise<Refusal | null> {
  const field = noteFieldFrom(name ?? '')
  const { body: ofVisit, blocks } = await contentOf(tx, viewer.practiceId, noteId)
  const signed = field && textAt({ body: ofVisit, animals: blocks }, field)
  if (!field || signed === null) return refused('note.noSuchField')
  const wrong = refuseText(field, body)
  if (wrong) return refused('errors.checkFields', { fields: { body: `errors.${wrong}` } })
  if (shown && !isReadAtHome(field))
    return refused('errors.checkFields', { fields: { shown: 'note.notForHousehold' } })
  const stands = before.findLast((one) => one.field === nameOfField(field))?.body ?? signed
  return stands === body ? refused('errors.checkFields', { fields: { body: 'note.saysThatAlready' } }) : null
}

/** Additions to the signed note of a visit in their order; a household sees those shown to it. */
export function amendmentsOf(viewer: Viewer, visitId: string): Promise<Amendment[]> {
  return asViewer(viewer, (tx) =>
    tx
      .select({
        id: amendment.id,
        nth: amendment.nth,
        field: amendment.field,
        body: amendment.body,
        reason: amendment.reason,
        shown: amendment.shown,
        amendedBy: amendment.amendedBy,
        by: member.name,
        at: amendment.at,
        zone: amendment.zone,
        hash: amendment.hash,
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
      .orderBy(asc(amendment.nth)),
  )
}
