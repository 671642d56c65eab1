import type { Temporal } from 'temporal-polyfill'
import type { AskedAgain } from '@/lib/domain/readiness/recompute'
import type { KeptAssessment } from '@/lib/domain/readiness/snapshot'
import type { AssessmentCause, Band, Recommendation } from '@/lib/domain/readiness/types'
import type { StageEntryKind } from '@/lib/domain/plan/words'

/** A kept assessment as the list of earlier ones shows it, from its columns alone. */
export type KeptRow = {
  id: string
  computedAt: Temporal.Instant
  asOf: Temporal.PlainDate
  stageKey: string
  ruleSet: string
  cause: AssessmentCause
  /** Whose session, note or decision it was; '' where that was not kept. */
  byName: string
  sessionId: string | null
  noteVisitId: string | null
  /** The change of the plan that rested on it. */
  decision: StageEntryKind | null
  score: number | null
  band: Band | null
  confidence: number
  /** Null for a word that these rules do not know. */
  recommendation: Recommendation | null
}

export type AssessmentHistory = {
  animalId: string
  name: string
  rows: KeptRow[]
  total: number
  page: number
  pageSize: number
}

export type PastAssessment = {
  animalId: string
  /** The animal's name now. */
  name: string
  row: KeptRow
  kept: KeptAssessment | null
  /** The same day with the sessions as they are known now; null where what was asked was not kept. */
  again: AskedAgain | null
}
