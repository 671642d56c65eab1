import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { note, noteAnimal, visit, visitAnimal } from '@/db/schema'
import { canWriteNote } from '@/lib/domain/access/can'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { defaultsOf } from '@/lib/domain/form/defaults'
import { theirsOf } from '@/lib/domain/form/theirs'
import { emptyBody } from '@/lib/domain/note/schema'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { found, idFrom } from './as-viewer'
import { sharedWith } from './note-share'

type Asked = { visitId: string; version: number; animals: { animalId: string }[]; body?: unknown }
type Draft = {
  noteId: string
  authorId: string
  visit: typeof visit.$inferSelect
  /** Only animals of this visit count; anything else a form may have sent is dropped. */
  mine: <A extends { animalId: string }>(animals: readonly A[]) => A[]
}

/**
 * The draft of a visit, locked for this transaction and made where there is none. Refuses a stranger by
 * NotFound, anybody but its author and whom it is shared with, a signed note, and a version other than the one that was opened.
 */
export async function openDraft(tx: Tx, viewer: MemberViewer, asked: Asked): Promise<Result<Draft>> {
  const [ofVisit] = await tx
    .select()
    .from(visit)
    .where(and(eq(visit.practiceId, viewer.practiceId), eq(visit.id, idFrom(asked.visitId))))
  const its = found(ofVisit)
  const key = and(eq(note.practiceId, viewer.practiceId), eq(note.visitId, its.id))
  const lock = () => tx.select().from(note).where(key).for('update')
  let [held] = await lock()
  const authorId = held?.authorId ?? its.consultantId
  const shared = held && authorId !== viewer.memberId ? await sharedWith(tx, viewer.practiceId, held.id) : []
  if (!canWriteNote(viewer, authorId, shared)) return refused('note.notYours')
  if (!held && asked.version === 0) {
    await tx
      .insert(note)
      .values({
        practiceId: viewer.practiceId,
        visitId: its.id,
        authorId: its.consultantId,
        body: emptyBody,
        version: 0,
      })
      .onConflictDoNothing()
    ;[held] = await lock()
  }
  if (!held) return refused('errors.conflict')
  if (held.status === 'signed') return refused('note.alreadySigned')
  if (held.version !== asked.version) {
    return refused('errors.conflict', {
      version: held.version,
      theirs: await whatStands(tx, viewer, asked, held),
    })
  }
  const rows = await tx
    .select({ animalId: visitAnimal.animalId })
    .from(visitAnimal)
    .where(and(eq(visitAnimal.practiceId, viewer.practiceId), eq(visitAnimal.visitId, its.id)))
  const worked = new Set(rows.map((row) => row.animalId))
  return done({
    noteId: held.id,
    authorId,
    visit: its,
    mine: (animals) => animals.filter((one) => worked.has(one.animalId)),
  })
}

async function whatStands(tx: Tx, viewer: MemberViewer, asked: Asked, held: { id: string; body: unknown }) {
  if (asked.body === undefined) return {}
  const blocks = await tx
    .select({ animalId: noteAnimal.animalId, block: noteAnimal.block })
    .from(noteAnimal)
    .where(and(eq(noteAnimal.practiceId, viewer.practiceId), eq(noteAnimal.noteId, held.id)))
  const stands = {
    body: held.body,
    animals: asked.animals.map((one) => blocks.find((block) => block.animalId === one.animalId) ?? one),
  }
  return theirsOf(
    defaultsOf({ body: asked.body, animals: asked.animals }),
    defaultsOf(stands),
    (_field, value) => value,
  )
}
