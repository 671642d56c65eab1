import type {
  BodyLevel,
  Choice,
  Food,
  Recovery,
  SessionSource,
  Species,
  Tension,
} from '@/lib/domain/observation/vocabulary'
import type { Stage, StagePlace } from '@/lib/domain/protocol/protocol'

export const recommendations = ['advance', 'stay', 'step_back', 'pause', 'stop_enrich'] as const
export type Recommendation = (typeof recommendations)[number]

/** Every rule in the order in which it is asked; the first that holds decides. */
export const ruleIds = [
  'vet_open',
  'stop_reds',
  'stop_panic_outdoor',
  'stop_preference',
  'stop_plateau',
  'rest',
  'context',
  'rat_rest',
  'back_red',
  'back_two_of_three',
  'back_three_of_five',
  'few_sessions',
  'min_days',
  'min_session_days',
  'red_block',
  'stale',
  'food_unknown',
  'push_rule',
  'last_not_pass',
  'tolerating',
  'score',
  'confidence',
  'gate',
  'last_stage',
  'advance',
] as const
export type RuleId = (typeof ruleIds)[number]

export const factorKeys = ['criterion', 'calm', 'food', 'choice', 'recovery', 'handling'] as const
export type FactorKey = (typeof factorKeys)[number]

export const sessionKinds = ['red', 'pass', 'stress_fail', 'criterion_fail'] as const
export type SessionKind = (typeof sessionKinds)[number]

export const capKeys = ['cap_red7', 'cap_red14', 'cap_two_of_three', 'cap_last', 'cap_push'] as const
export type CapKey = (typeof capKeys)[number]

/** What an assessment is stored for. */
export const assessmentCauses = ['note', 'log', 'void', 'decision'] as const
export type AssessmentCause = (typeof assessmentCauses)[number]

/** Words for the number, never a second verdict. */
export const bands = ['hard_days', 'unsettled', 'settling', 'steady'] as const
export type Band = (typeof bands)[number]

export const confidenceBands = ['low', 'medium', 'high'] as const
export type ConfidenceBand = (typeof confidenceBands)[number]

/** What the readiness rules read of a session; anything left out or null is unknown, never zero. */
export interface ReadinessSession {
  id: string
  animal: string
  stage: string
  /** Whole local days, on the same count as `enteredDay` and `asOf`. */
  day: number
  /** Order within the day. */
  seq?: number | null | undefined
  source?: SessionSource | null | undefined
  stress?: BodyLevel | null | undefined
  signs?: readonly string[] | null | undefined
  food?: Food | null | undefined
  choice?: Choice | null | undefined
  recovery?: Recovery | null | undefined
  tension?: Tension | null | undefined
  durationSec?: number | null | undefined
  repsOk?: number | null | undefined
  repsTotal?: number | null | undefined
  trigger?: boolean | null | undefined
  events?: readonly string[] | null | undefined
  voided?: boolean | null | undefined
}

export type StageFacts = Pick<
  Stage,
  'key' | 'minDays' | 'minSessionDays' | 'targetSec' | 'place' | 'leash' | 'gate'
>

export interface SafetyGate {
  ok: boolean
  missing: readonly string[]
}

export interface ReadinessInput {
  animal: string
  species: Species
  stage: StageFacts
  /** null: this is the last stage. */
  nextStage: StageFacts | null
  /** Place of every stage a session may belong to; a stage not listed counts as indoor. */
  stagePlaces: Readonly<Record<string, StagePlace>>
  enteredDay: number
  asOf: number
  /** Any stages, any order; at least this stage since entry and the last 60 days of every other. */
  sessions: readonly ReadinessSession[]
  /** Step backs so far from this stage. */
  stepBacks: number
  gate: SafetyGate
  openVet: readonly string[]
  /** Pauses a person set: illness, move, new pet, heat. */
  contextPause: readonly string[]
  /** 1-2, for animals known to be fearful. */
  minDaysFactor: number
}

export interface FactorPart {
  key: FactorKey
  weight: number
  /** Weighted mean 0-1, null when unknown in every session or not applicable. */
  value: number | null
  /** Points toward raw; the points of all parts add up to raw. null without a score. */
  contribution: number | null
  /** The most this part could have given, once unknown factors are left out. */
  outOf: number | null
}

/** One value 0-1 per factor, null when unknown. */
export type FactorValues = Readonly<Record<FactorKey, number | null>>

export interface SessionUsed {
  id: string
  day: number
  stage: string
  source: SessionSource
  level: BodyLevel
  kind: SessionKind
  weight: number
  factors: FactorValues
}

/** The counts that the rules looked at, for the sentence that decides and for the screen. */
export interface AssessmentFacts {
  daysInStage: number
  minDaysAsked: number
  sessionDays: number
  minSessionDays: number
  sessions: number
  /** Kinds of the last five or fewer, oldest first. */
  lastKinds: readonly SessionKind[]
  passesOfLastFive: number
  joinedOfLastFive: number
  foodKnownOfLastFive: number
  lastSessionAge: number | null
  /** Age in days of the last red session of any stage. */
  lastRedAge: number | null
  improving: boolean | null
  gateMissing: readonly string[]
  openVet: readonly string[]
  contextPause: readonly string[]
}

export interface Assessment {
  ruleSet: string
  recommendation: Recommendation
  /** The rule that decided. */
  why: RuleId
  /** Every rule that held, in the order of asking; the first is `why`. */
  rulesFired: readonly RuleId[]
  /** Every reason to stay that held, whatever decided. */
  blocks: readonly RuleId[]
  /** Whole 0-100, null: not enough yet. */
  score: number | null
  band: Band | null
  /** Before caps and rounding. */
  raw: number | null
  caps: readonly { key: CapKey; limit: number }[]
  /** 0-1, two decimals, for show. */
  confidence: number
  confidenceExact: number
  confidenceBand: ConfidenceBand
  /** Whether the last sessions were all of one kind; null with fewer than three. */
  record: 'steady' | 'mixed' | null
  parts: readonly FactorPart[]
  /** Sessions of this stage since entry, oldest first. */
  sessionsUsed: readonly SessionUsed[]
  /** Red sessions of any stage in the last 60 days, oldest first. */
  redFlags: readonly { id: string; day: number; stage: string; level: BodyLevel }[]
  facts: AssessmentFacts
}
