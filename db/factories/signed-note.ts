import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import * as schema from '@/db/schema'
import { emptyBlock, emptyBody, type HomeworkDraft } from '@/lib/domain/note/schema'
import { makePlan, makeVisit, type Household, type World } from './world'

type Words = {
  stageKey: string
  letter?: string
  seen?: string
  vetReferral?: string
  homework: HomeworkDraft[]
  localStart?: Temporal.PlainDateTime
}

/** A visit with a plan behind it and its note signed, as it stands in the database; its decision was to stay. */
export async function makeSignedNote(
  world: World,
  household: Household,
  { stageKey, letter = '', seen = '', vetReferral = '', homework, localStart }: Words,
): Promise<{ visitId: string; planId: string }> {
  const { practiceId, consultant, zone } = world
  const { animalId } = household
  const planId = await makePlan(world, household, { stageKey })
  const visitId = await makeVisit(world, household, { status: 'done', ...(localStart && { localStart }) })
  const [noteId, assessmentId] = [randomUUID(), randomUUID()]
  const block = { ...emptyBlock, seen, vetReferral, latencyEatSec: 3, longestCalmSec: 130, weightGrams: 4300 }
  await inTransaction({ practiceId, role: 'system' }, async (tx) => {
    await tx.insert(schema.note).values({
      ...{ practiceId, id: noteId, visitId, authorId: consultant.memberId },
      body: { ...emptyBody, letter },
    })
    await tx.insert(schema.assessment).values({
      ...{ practiceId, id: assessmentId, animalId, planId, stageKey, noteId, cause: 'note' },
      ...{ asOf: Temporal.PlainDate.from('2026-05-14'), ruleSet: 'v1', confidence: 1 },
      ...{ recommendation: 'stay', why: 'days', snapshot: {} },
    })
    await tx
      .insert(schema.noteAnimal)
      .values({ practiceId, noteId, animalId, block, decision: 'stay', assessmentId })
    await tx
      .insert(schema.homework)
      .values({ practiceId, animalId, planId, stageKey, noteId, items: homework })
    await tx
      .update(schema.note)
      .set({
        ...{ status: 'signed', signedBy: consultant.memberId, signedZone: zone },
        ...{ signedAt: Temporal.Instant.from('2026-05-14T09:30:00Z'), contentHash: '0f'.repeat(32) },
      })
      .where(eq(schema.note.id, noteId))
  })
  return { visitId, planId }
}
