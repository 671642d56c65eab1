import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import * as schema from '@/db/schema'
import { emptyBlock, emptyBody, type AnimalBlock, type NoteBody } from '@/lib/domain/note/schema'
import type { Decision } from '@/lib/domain/plan/words'
import type { World } from './world'

type Part = { animalId: string; block?: Partial<AnimalBlock>; decision?: Decision }

/** The note of a visit as its consultant left it: a draft, or signed at that moment with a seal that is none. */
export async function makeNote(
  { practiceId, consultant, zone }: World,
  visitId: string,
  {
    animals,
    body = {},
    signedAt,
  }: { animals: Part[]; body?: Partial<NoteBody>; signedAt?: Temporal.Instant },
): Promise<string> {
  const noteId = randomUUID()
  await inTransaction({ practiceId, role: 'system' }, async (tx) => {
    const authorId = consultant.memberId
    await tx
      .insert(schema.note)
      .values({ practiceId, id: noteId, visitId, authorId, body: { ...emptyBody, ...body } })
    await tx.insert(schema.noteAnimal).values(
      animals.map(({ animalId, block = {}, decision = null }) => ({
        ...{ practiceId, noteId, animalId, decision },
        block: { ...emptyBlock, ...block },
      })),
    )
    if (signedAt)
      await tx
        .update(schema.note)
        .set({
          ...{ status: 'signed', signedAt, signedBy: authorId, signedZone: zone },
          contentHash: 'a'.repeat(64),
        })
        .where(and(eq(schema.note.practiceId, practiceId), eq(schema.note.id, noteId)))
  })
  return noteId
}
