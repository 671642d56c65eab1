import { and, count, desc, eq, sql } from 'drizzle-orm'
import { animal, assessment, note, stageEntry } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { askAgain } from '@/lib/domain/readiness/recompute'
import { bandOf } from '@/lib/domain/readiness/score'
import { readSnapshot } from '@/lib/domain/readiness/snapshot'
import { recommendations } from '@/lib/domain/readiness/types'
import type { AssessmentHistory, KeptRow, PastAssessment } from '@/lib/domain/standing/history'
import { dayOfNumber } from '@/lib/domain/time/time'
import { asViewer, found, idFrom } from './as-viewer'
import { sessionsThatCount } from './stage-sessions'

/** Assessments are for the practice's eyes: owners read the sentence, on their own pages. */
const visibleAssessments = (viewer: Viewer) =>
  and(eq(assessment.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

const pageSize = 25

/** The kept assessments of one animal, newest first, a page at a time from 1, in two statements. */
export function assessmentHistory(viewer: Viewer, animalId: string, page = 1): Promise<AssessmentHistory> {
  return asViewer(viewer, async (tx) => {
    const id = idFrom(animalId)
    const [subject] = await tx
      .select({ name: animal.name, total: count(assessment.id) })
      .from(animal)
      .leftJoin(assessment, and(visibleAssessments(viewer), eq(assessment.animalId, animal.id)))
      .where(
        and(
          eq(animal.practiceId, viewer.practiceId),
          eq(animal.id, id),
          viewer.kind === 'member' ? undefined : sql`false`,
        ),
      )
      .groupBy(animal.name)
    const { name, total } = found(subject)
    const at = Math.min(Math.max(1, Math.trunc(page) || 1), Math.max(1, Math.ceil(total / pageSize)))
    const rows = await tx
      .select(columns)
      .from(assessment)
      .leftJoin(note, ofItsNote)
      .leftJoin(stageEntry, ofItsDecision)
      .where(and(visibleAssessments(viewer), eq(assessment.animalId, id)))
      .orderBy(desc(assessment.computedAt), desc(assessment.id))
      .limit(pageSize)
      .offset((at - 1) * pageSize)
    return { animalId: id, name, rows: rows.map(rowOf), total, page: at, pageSize }
  })
}

/** One assessment as it was kept, and its day asked again with the sessions as they are known now. */
export function pastAssessment(
  viewer: Viewer,
  ids: { animalId: string; assessmentId: string },
): Promise<PastAssessment> {
  return asViewer(viewer, async (tx) => {
    const [joined] = await tx
      .select({ ...columns, snapshot: assessment.snapshot, name: animal.name, animalId: animal.id })
      .from(assessment)
      .innerJoin(
        animal,
        and(eq(animal.practiceId, assessment.practiceId), eq(animal.id, assessment.animalId)),
      )
      .leftJoin(note, ofItsNote)
      .leftJoin(stageEntry, ofItsDecision)
      .where(
        and(
          visibleAssessments(viewer),
          eq(assessment.id, idFrom(ids.assessmentId)),
          eq(assessment.animalId, idFrom(ids.animalId)),
        ),
      )
    const { snapshot, name, animalId, ...row } = found(joined)
    const kept = readSnapshot(snapshot)
    const asked = kept?.asked
    if (!kept || !asked) return { animalId, name, row: rowOf(row), kept, again: null }
    const sessions = await sessionsThatCount(tx, viewer, [
      { animalId, stageKey: asked.stage.key, entered: dayOfNumber(asked.enteredDay), today: row.asOf },
    ])
    const again = askAgain({ asked, assessment: kept.assessment }, sessions.get(animalId) ?? [])
    return { animalId, name, row: rowOf(row), kept, again }
  })
}

const ofItsNote = and(eq(note.practiceId, assessment.practiceId), eq(note.id, assessment.noteId))
const ofItsDecision = and(
  eq(stageEntry.practiceId, assessment.practiceId),
  eq(stageEntry.assessmentId, assessment.id),
)

const columns = {
  id: assessment.id,
  computedAt: assessment.computedAt,
  asOf: assessment.asOf,
  stageKey: assessment.stageKey,
  ruleSet: assessment.ruleSet,
  cause: assessment.cause,
  byName: assessment.byName,
  sessionId: assessment.sessionId,
  noteVisitId: note.visitId,
  decision: stageEntry.kind,
  score: assessment.score,
  confidence: assessment.confidence,
  recommendation: assessment.recommendation,
}

const rowOf = (row: Omit<KeptRow, 'band' | 'recommendation'> & { recommendation: string }): KeptRow => ({
  ...row,
  band: row.score === null ? null : bandOf(row.score),
  recommendation: recommendations.find((known) => known === row.recommendation) ?? null,
})
