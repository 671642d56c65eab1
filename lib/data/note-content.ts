import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { note, noteAnimal } from '@/db/schema'
import { canonical } from '@/lib/domain/note/canonical'
import { found } from './as-viewer'

/** What the seal of a note is over, as it stands in the database, so that anybody can compute it again. */
export async function contentOf(tx: Tx, practiceId: string, noteId: string) {
  const [head] = await tx
    .select({ body: note.body })
    .from(note)
    .where(and(eq(note.practiceId, practiceId), eq(note.id, noteId)))
  const blocks = await tx
    .select({
      animalId: noteAnimal.animalId,
      block: noteAnimal.block,
      decision: noteAnimal.decision,
      decisionReason: noteAnimal.decisionReason,
      ticks: noteAnimal.ticks,
      assessmentId: noteAnimal.assessmentId,
      changes: noteAnimal.changes,
    })
    .from(noteAnimal)
    .where(and(eq(noteAnimal.practiceId, practiceId), eq(noteAnimal.noteId, noteId)))
    .orderBy(noteAnimal.animalId)
  return { body: found(head).body, blocks }
}

/** Its canonical text. Notes were signed before they said what changed: where nothing is said, nothing is sealed. */
export const contentText = ({ body, blocks }: Awaited<ReturnType<typeof contentOf>>): string =>
  canonical({ body, blocks: blocks.map((block) => ({ ...block, changes: block.changes ?? undefined })) })

/** The seal of a text, hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
