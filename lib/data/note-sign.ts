import { and, eq } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { measure, note, noteAnimal, visit } from '@/db/schema'
import { canSignNote } from '@/lib/domain/access/can'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import type { AnimalBlock, NoteSignature } from '@/lib/domain/note/schema'
import { done, refused, type Refusal, type Result } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import { writeNews } from '@/lib/mail/news'
import { asViewerOrNothing, audit } from './as-viewer'
import { keepFitOfNote } from './fit'
import { setHomework } from './homework'
import { changesAt } from './note-changes'
import { contentOf, contentText, sha256 } from './note-content'
import { openDraft } from './note-draft'
import { takeDecision } from './plan'
import { assessmentsOf } from './assessment'

/**
 * Signs the note of a visit: every decision takes effect, homework and measures are set, and note and blocks
 * freeze under one content hash, all or nothing. Refuses whom it is only shared with, where an animal with a plan has no decision yet,
 * and wherever the plan refuses the decision; the refusal stands at that animal.
 */
export function signNote(
  viewer: MemberViewer,
  signature: NoteSignature,
  now: Temporal.Instant,
): Promise<Result<string>> {
  return asViewerOrNothing(viewer, async (tx) => {
    const opened = await openDraft(tx, viewer, signature)
    if (!opened.ok) return opened
    const { noteId, visit: ofVisit, mine, authorId } = opened.value
    if (!canSignNote(viewer, authorId)) return refused('note.authorSigns')
    if (signature.version === 0) return refused('note.nothingWritten')
    const blocks = await tx
      .select()
      .from(noteAnimal)
      .where(and(eq(noteAnimal.practiceId, viewer.practiceId), eq(noteAnimal.noteId, noteId)))
    const standings = await assessmentsOf(
      viewer,
      blocks.map((block) => block.animalId),
      now,
    )
    const changes = await changesAt(tx, viewer, ofVisit.id, blocks, standings)
    for (const [index, block] of blocks.entries()) {
      const { animalId } = block
      // Before the decision: a weight or a fit of today may close the way it wants to take.
      await keepMeasures(tx, viewer, noteId, animalId, block.block, dayOf(now, ofVisit.zone), now)
      let assessmentId: string | null = null
      if (standings.has(animalId)) {
        if (!block.decision) return at(index, refused('note.decideFirst'))
        const taken = await takeDecision(
          viewer,
          {
            animalId,
            noteId,
            decision: block.decision,
            reason: block.decisionReason,
            ticksSet: block.ticks,
            ...(block.pauseUntil ? { pauseUntil: block.pauseUntil.toString() } : {}),
          },
          now,
        )
        if (!taken.ok) return at(index, taken)
        ;({ assessmentId } = taken.value)
        const items = mine(signature.animals).find((one) => one.animalId === animalId)?.homework ?? []
        const set = await setHomework(viewer, { animalId, noteId, items: items.filter(isAsked) }, now)
        if (!set.ok) return at(index, set)
      }
      await tx
        .update(noteAnimal)
        .set({ assessmentId, changes: changes.get(animalId) ?? null })
        .where(ofNote(viewer, noteId, animalId))
    }
    await freeze(tx, viewer, noteId, ofVisit.zone, now)
    if (ofVisit.status === 'arrived') {
      await tx
        .update(visit)
        .set({ status: 'done', leftAt: ofVisit.leftAt ?? now, version: ofVisit.version + 1 })
        .where(and(eq(visit.practiceId, viewer.practiceId), eq(visit.id, ofVisit.id)))
    }
    await writeNews(tx, {
      ...{ practiceId: viewer.practiceId, kind: 'summary_ready', key: `summary:${ofVisit.id}` },
      told: { clientId: ofVisit.clientId },
      about: { visitId: ofVisit.id, clientId: ofVisit.clientId },
      dueAt: now,
    })
    await audit(tx, viewer, 'sign', 'note', noteId)
    return done(ofVisit.id)
  })
}

const ofNote = (viewer: MemberViewer, noteId: string, animalId: string) =>
  and(
    eq(noteAnimal.practiceId, viewer.practiceId),
    eq(noteAnimal.noteId, noteId),
    eq(noteAnimal.animalId, animalId),
  )

/** The refusal, shown at the animal it is about. */
const at = (index: number, refusal: Refusal): Refusal => ({
  ...refusal,
  fields: { [`animals.${index}`]: refusal.reason, ...refusal.fields },
})

const isAsked = (item: { exercise: string; sentences: string[] }) =>
  item.exercise !== '' || item.sentences.length > 0

async function freeze(
  tx: Tx,
  viewer: MemberViewer,
  noteId: string,
  zone: string,
  now: Temporal.Instant,
): Promise<void> {
  const contentHash = sha256(contentText(await contentOf(tx, viewer.practiceId, noteId)))
  await tx
    .update(note)
    .set({
      status: 'signed',
      signedAt: now,
      signedBy: viewer.memberId,
      signedZone: zone,
      contentHash,
      updatedAt: now,
    })
    .where(and(eq(note.practiceId, viewer.practiceId), eq(note.id, noteId)))
}

async function keepMeasures(
  tx: Tx,
  viewer: MemberViewer,
  noteId: string,
  animalId: string,
  block: AnimalBlock,
  takenOn: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<void> {
  const { weightGrams, girthMm, neckMm, lengthMm, twoFingers, backOutTest, gear } = block
  const taken = { weightGrams, girthMm, neckMm, lengthMm, twoFingers, backOutTest }
  if (gear === '' && Object.values(taken).every((value) => value === undefined)) return
  await tx.insert(measure).values({
    practiceId: viewer.practiceId,
    animalId,
    noteId,
    takenOn,
    takenBy: viewer.memberId,
    gear,
    ...taken,
  })
  await keepFitOfNote(tx, viewer, { animalId, on: takenOn, twoFingers, backOutTest, gear }, now)
}
