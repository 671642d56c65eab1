import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { note, syncReceipt } from '@/db/schema'
import type { GuardianViewer, MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { noteDraftSchema } from '@/lib/domain/note/schema'
import { NotFound, type Result } from '@/lib/domain/result/result'
import type { Answer, Verdict } from '@/lib/domain/sync/answer'
import type { FromDevice } from '@/lib/domain/sync/envelope'
import { animalOfField, fieldAtPath, fieldsOfDraft, formOfFields } from '@/lib/domain/sync/fields'
import { mergeInto } from '@/lib/domain/sync/merge'
import { isOfHousehold, type ReadOperation } from '@/lib/domain/sync/operation'
import { amendNote } from './amendment'
import { asViewer, found, idFrom } from './as-viewer'
import { keepTaps } from './live'
import { noteForWriting, saveNote } from './note'
import { recordSession } from './session'

/** A receipt is read by whoever sent what it is for, and nobody else. */
const ownReceipts = (viewer: MemberViewer | GuardianViewer) =>
  and(eq(syncReceipt.practiceId, viewer.practiceId), eq(syncReceipt.userId, viewer.userId))

/**
 * Carries out one operation of a device's queue, once: its receipt is written with it, and the same key again gets
 * the same answer. What others made something else of, what came after the signature and what a verb refuses is
 * answered and not written. A household sends its logs and nothing else. Refuses a queue of another person; what is
 * not this viewer's is NotFound.
 */
export function takeFromDevice(viewer: Viewer, sent: FromDevice, now: Temporal.Instant): Promise<Answer> {
  return asViewer<Answer>(viewer, async (tx) => {
    const { owner, key, operation } = sent
    if (viewer.kind !== 'member' && viewer.kind !== 'guardian') throw new NotFound()
    if (isOfHousehold(operation) !== (viewer.kind === 'guardian')) throw new NotFound()
    if (owner.practiceId !== viewer.practiceId || owner.userId !== viewer.userId)
      return { state: 'otherPerson' }
    const contentHash = createHash('sha256').update(sent.content).digest('hex')
    const madeAt = Temporal.Instant.fromEpochMilliseconds(sent.madeAt)
    const receipt = { key, contentHash, kind: operation.kind, madeAt, receivedAt: now }
    // A request under the same key that is under way is waited for here.
    const [fresh] = await tx
      .insert(syncReceipt)
      .values({ practiceId: viewer.practiceId, userId: viewer.userId, ...receipt })
      .onConflictDoNothing()
      .returning({ key: syncReceipt.key })
    const its = and(ownReceipts(viewer), eq(syncReceipt.key, key))
    if (!fresh) {
      const [before] = await tx.select().from(syncReceipt).where(its)
      if (before?.contentHash !== contentHash) return { state: 'refused', reason: 'sync.otherContent' }
      return found(before.answer ?? undefined)
    }
    const answer = await carryOut(tx, viewer, operation, now)
    await tx.update(syncReceipt).set({ answer }).where(its)
    return answer
  })
}

async function carryOut(
  tx: Tx,
  viewer: Viewer,
  operation: ReadOperation,
  now: Temporal.Instant,
): Promise<Verdict> {
  if (operation.kind === 'log_homework') return verdictOf(await recordSession(viewer, operation.session, now))
  if (viewer.kind !== 'member') throw new NotFound()
  switch (operation.kind) {
    case 'save_draft':
      return saveDraft(tx, viewer, operation, now)
    case 'amend_note':
      return verdictOf(await amendNote(viewer, operation, now))
    case 'record_session':
      return verdictOf(await recordSession(viewer, operation.session, now))
    case 'append_events':
      return verdictOf(await keepTaps(viewer, operation, now))
  }
}

type DraftChange = Extract<ReadOperation, { kind: 'save_draft' }>

async function saveDraft(
  tx: Tx,
  viewer: MemberViewer,
  operation: DraftChange,
  now: Temporal.Instant,
): Promise<Verdict> {
  const visitId = idFrom(operation.visitId)
  await tx
    .select({ id: note.id })
    .from(note)
    .where(and(eq(note.practiceId, viewer.practiceId), eq(note.visitId, visitId)))
    .for('update')
  const { version, status, body, internal, animals } = await noteForWriting(viewer, visitId)
  if (status === 'signed') return { state: 'signed' }
  const animalIds = animals.map(({ animalId }) => animalId)
  const elsewhere = operation.changes.find(({ field }) => {
    const animalId = animalOfField(field)
    return animalId !== null && !animalIds.includes(animalId)
  })
  if (elsewhere) return { state: 'refused', reason: 'sync.notAtThisVisit' }
  const { fields, differences } = mergeInto(fieldsOfDraft({ body, internal, animals }), operation.changes)
  if (differences.length > 0) {
    const theirs = Object.fromEntries(differences.map((one) => [one.field, one.theirs]))
    return { state: 'differs', version, theirs }
  }
  const read = noteDraftSchema.safeParse({ visitId, version, ...formOfFields(fields, animalIds) })
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => [fieldAtPath(path, animalIds), message])
    return { state: 'refused', reason: 'errors.checkFields', fields: Object.fromEntries(wrong) as Reasons }
  }
  const saved = await saveNote(viewer, read.data, now)
  if (saved.ok) return { state: 'saved', version: version + 1, behind: version !== operation.baseVersion }
  // Only where two begin the same note at once: nothing was there to lock. The next try finds it.
  if (saved.reason === 'errors.conflict') throw new Error('somebody else began this note at this moment')
  return verdictOf(saved)
}

type Reasons = Record<string, string>

const verdictOf = (result: Result<unknown>): Verdict =>
  result.ok
    ? { state: 'saved' }
    : {
        state: 'refused',
        reason: result.reason,
        ...(result.fields ? { fields: result.fields } : {}),
      }
