import { eq } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import type { World } from '@/db/factories/world'
import { internalNote, note, noteAnimal } from '@/db/schema'

/** The note of a visit as the server has it. */
export async function noteOf({ practiceId }: World, visitId: string) {
  return inTransaction({ practiceId, role: 'system' }, async (tx) => {
    const [row] = await tx
      .select({ id: note.id, body: note.body, internal: internalNote.body })
      .from(note)
      .leftJoin(internalNote, eq(internalNote.noteId, note.id))
      .where(eq(note.visitId, visitId))
    const blocks = await tx
      .select()
      .from(noteAnimal)
      .where(eq(noteAnimal.noteId, row?.id ?? visitId))
    return { ...row, blocks: blocks.map(({ block }) => block) }
  })
}
