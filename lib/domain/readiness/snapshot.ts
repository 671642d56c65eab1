import { z } from 'zod'
import { sessionSources, species, type BodyLevel } from '@/lib/domain/observation/vocabulary'
import { stagePlaces } from '@/lib/domain/protocol/protocol'
import { needs, type Change } from './change'
import { raises, type Raise } from './raise'
import type { Sentence } from './sentence'
import {
  bands,
  capKeys,
  confidenceBands,
  factorKeys,
  recommendations,
  ruleIds,
  sessionKinds,
  type Assessment,
  type FactorValues,
  type ReadinessInput,
  type Recommendation,
} from './types'

const level = z.union([0, 1, 2, 3, 4].map((n) => z.literal(n as BodyLevel)))
const rules = z.array(z.enum(ruleIds))
const share = z.number().nullable()
const unseen: FactorValues = {
  criterion: null,
  calm: null,
  food: null,
  choice: null,
  recovery: null,
  handling: null,
}

const stageFacts = z.object({
  key: z.string(),
  minDays: z.number(),
  minSessionDays: z.number(),
  targetSec: z.number(),
  place: z.enum(stagePlaces),
  leash: z.boolean(),
  gate: z.boolean(),
})

const assessment = z.object({
  ruleSet: z.string(),
  recommendation: z.enum(recommendations),
  why: z.enum(ruleIds),
  rulesFired: rules,
  blocks: rules,
  score: z.number().nullable(),
  band: z.enum(bands).nullable(),
  raw: z.number().nullable(),
  caps: z.array(z.object({ key: z.enum(capKeys), limit: z.number() })),
  confidence: z.number(),
  confidenceExact: z.number(),
  confidenceBand: z.enum(confidenceBands),
  record: z.enum(['steady', 'mixed']).nullable(),
  parts: z.array(
    z.object({
      key: z.enum(factorKeys),
      weight: z.number(),
      value: share,
      contribution: z.number().nullable(),
      outOf: z.number().nullable(),
    }),
  ),
  sessionsUsed: z.array(
    z.object({
      id: z.string(),
      day: z.number(),
      stage: z.string(),
      source: z.enum(sessionSources),
      level,
      kind: z.enum(sessionKinds),
      weight: z.number(),
      factors: z.record(z.enum(factorKeys), share).default(unseen),
    }),
  ),
  redFlags: z.array(
    z.object({ id: z.string(), day: z.number(), stage: z.string(), level: level.default(4) }),
  ),
  facts: z.object({
    daysInStage: z.number(),
    minDaysAsked: z.number(),
    sessionDays: z.number(),
    minSessionDays: z.number(),
    sessions: z.number(),
    lastKinds: z.array(z.enum(sessionKinds)),
    passesOfLastFive: z.number(),
    joinedOfLastFive: z.number(),
    foodKnownOfLastFive: z.number(),
    lastSessionAge: z.number().nullable(),
    lastRedAge: z.number().nullable(),
    improving: z.boolean().nullable(),
    gateMissing: z.array(z.string()),
    openVet: z.array(z.string()),
    contextPause: z.array(z.string()),
  }),
}) satisfies z.ZodType<Assessment>

const sentence = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** An assessment as it is kept: all that the panel shows, and what was asked, so that it can be asked again. */
export interface Snapshot {
  format: 1
  /** The animal's name then. */
  name: string
  stageName: string
  nextStageName: string | null
  /** The assessment's, or the indoor programme while that ran. */
  recommendation: Recommendation
  /** The one sentence that decides, in the words it had; '' where only its key was kept. */
  said: string
  sentence: Sentence
  assessment: Assessment
  changes: readonly Change[]
  /** Days until the next step at the earliest; null: not in sight. */
  soonest: number | null
  raises: readonly Raise[]
  asked: Omit<ReadinessInput, 'sessions'>
}

const snapshot = z.object({
  format: z.literal(1),
  name: z.string(),
  stageName: z.string(),
  nextStageName: z.string().nullable(),
  recommendation: z.enum(recommendations),
  said: z.string().default(''),
  sentence,
  assessment,
  changes: z.array(z.object({ rule: z.enum(ruleIds), need: z.enum(needs), count: z.number() })),
  soonest: z.number().nullable(),
  raises: z.array(z.object({ by: z.enum(raises), to: z.number() })),
  asked: z.object({
    animal: z.string(),
    species: z.enum(species),
    stage: stageFacts,
    nextStage: stageFacts.nullable(),
    stagePlaces: z.record(z.string(), z.enum(stagePlaces)),
    enteredDay: z.number(),
    asOf: z.number(),
    stepBacks: z.number(),
    gate: z.object({ ok: z.boolean(), missing: z.array(z.string()) }),
    openVet: z.array(z.string()),
    contextPause: z.array(z.string()),
    minDaysFactor: z.number(),
  }),
}) satisfies z.ZodType<Snapshot>

/** The first shape: the assessment with its sentence, and nothing of what was asked. */
const bare = assessment.extend({ sentence })

/** A kept assessment of any age; what an older shape did not keep is null or empty. */
export type KeptAssessment = Omit<Snapshot, 'format' | 'name' | 'stageName' | 'asked'> & {
  name: string | null
  stageName: string | null
  asked: Snapshot['asked'] | null
}

/** Reads a kept assessment of any age. Never throws: null where not even its verdict can be read. */
export function readSnapshot(kept: unknown): KeptAssessment | null {
  const whole = snapshot.safeParse(kept)
  if (whole.success) return whole.data
  const older = bare.safeParse(kept)
  if (!older.success) return null
  const { sentence, ...assessment } = older.data
  return {
    name: null,
    stageName: null,
    nextStageName: null,
    recommendation: assessment.recommendation,
    said: '',
    sentence,
    assessment,
    changes: [],
    soonest: null,
    raises: [],
    asked: null,
  }
}
