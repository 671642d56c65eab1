import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { assessment } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { AssessmentCause } from '@/lib/domain/readiness/types'
import { snapshotOf } from '@/lib/domain/standing/snapshot'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { verdict } from '@/lib/format/verdict'

/** Why an assessment is kept: the session written down or taken out, the note signed, the decision taken. */
export type KeptFor = {
  cause: AssessmentCause
  at: Temporal.Instant
  sessionId?: string
  noteId?: string | null | undefined
}

/** Keeps what was computed, from what and why, for good; never recomputed in place. Answers its id. */
export async function storeAssessment(
  tx: Tx,
  viewer: Viewer,
  standing: AnimalStanding,
  { cause, at, sessionId, noteId }: KeptFor,
): Promise<string> {
  const { assessment: computed } = standing
  const [row] = await tx
    .insert(assessment)
    .values({
      practiceId: viewer.practiceId,
      animalId: standing.animalId,
      planId: standing.planId,
      stageKey: standing.input.stage.key,
      asOf: standing.today,
      ruleSet: computed.ruleSet,
      score: computed.score,
      confidence: computed.confidence,
      recommendation: standing.recommendation,
      why: computed.why,
      snapshot: snapshotOf(standing, verdict(standing.sentence)),
      cause,
      sessionId: sessionId ?? null,
      noteId: noteId ?? null,
      byName: 'name' in viewer ? viewer.name : '',
      computedAt: at,
    })
    .returning({ id: assessment.id })
  if (!row) throw new Error('the assessment was not kept')
  return row.id
}
