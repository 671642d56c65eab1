import type { Temporal } from 'temporal-polyfill'
import type { GoalRisk } from '@/lib/domain/plan/words'
import { placesAmong, type Versions } from '@/lib/domain/plan/versions'
import { contextPause, planState, type PlanState, type StageEntry } from '@/lib/domain/plan/state'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { protocolFor } from '@/lib/domain/protocol/library'
import type { Protocol, Stage } from '@/lib/domain/protocol/protocol'
import { nextStage, stageIndex, stageOf, stepBackStage } from '@/lib/domain/protocol/stage'
import { assess } from '@/lib/domain/readiness/assess'
import { decidingSentence, type Sentence } from '@/lib/domain/readiness/sentence'
import { minDaysAsked } from '@/lib/domain/readiness/stage-record'
import type {
  Assessment,
  Band,
  ConfidenceBand,
  ReadinessInput,
  ReadinessSession,
  Recommendation,
  RuleId,
} from '@/lib/domain/readiness/types'
import { safetyList, type SafetyLine, type SafetyRecord } from '@/lib/domain/safety/safety-list'
import { dayNumber, dayOfNumber } from '@/lib/domain/time/time'

/** The plan row with everything that hangs on it, before the sessions are read. */
export type PlanFacts = {
  animalId: string
  name: string
  species: Species
  planId: string
  goal: string
  goalRisk: GoalRisk
  minDaysFactor: number
  protocol: Protocol
  /** Every version this animal's plans have been under, the pinned one too. */
  versions: Versions
  entries: readonly StageEntry[]
  openVet: readonly OpenVetFlag[]
  safety: readonly SafetyRecord[]
  weightG: number | null
  /** Whether this practice lets the temperature veto. */
  temperatureBlocks: boolean
  lastSessionDay: Temporal.PlainDate | null
}
export type OpenVetFlag = { id: string; sign: string; openedAt: Temporal.Instant }

/** Where one animal stands in its plan today, and what that means. */
export type AnimalStanding = {
  animalId: string
  name: string
  species: Species
  planId: string
  protocolName: string
  protocol: Protocol
  /** Every version this animal's plans have been under, for stages of earlier records. */
  versions: Versions
  goal: string
  goalRisk: GoalRisk
  /** Of the enrichment programme while that runs; then `stageIndex` is -1. */
  stageKey: string
  stageName: string
  stageIndex: number
  stageCount: number
  stageEnteredOn: Temporal.PlainDate
  dayInStage: number
  minDays: number
  status: PlanState['status']
  state: PlanState
  entries: readonly StageEntry[]
  recommendation: Recommendation
  why: RuleId
  /** A key of the readiness catalogue under `sentence`. */
  sentence: Sentence
  score: number | null
  band: Band | null
  confidence: number
  confidenceWord: ConfidenceBand
  /** Day of the last red session within 60 days. */
  redFlagOn: Temporal.PlainDate | null
  openVet: readonly OpenVetFlag[]
  /** The safety list of today, whether this stage needs it or not. */
  safety: readonly SafetyLine[]
  lastSessionDay: Temporal.PlainDate | null
  today: Temporal.PlainDate
  assessment: Assessment
  /** What the assessment was asked, for "what would change this". */
  input: ReadinessInput
}

/** Words that only the catalogue knows. */
export type StandingWords = {
  trigger: (key: string) => string
  observation: (signs: readonly string[]) => string
  showDay: (day: Temporal.PlainDate) => string
}

/**
 * The plan's state and the stage it works in, under the version its entries lead to; in the enrichment programme,
 * the stage it stopped at.
 */
export function trainedStage({
  protocol: pinned,
  versions,
  entries,
}: Pick<PlanFacts, 'protocol' | 'versions' | 'entries'>): {
  stage: Stage
  state: PlanState
} {
  const state = planState(entries, pinned.alternative)
  const protocol = versions[state.protocolId] ?? pinned
  const stage = stageOf(protocol, state.stageKey)
  if (!stage) throw new RangeError(`No stage "${state.stageKey}" in protocol ${protocol.key}`)
  return { stage, state }
}

/**
 * Where one animal stands on that day. Pure; sessions may be of any stage and in any order. A pause counts
 * until its day has come; the safety list is asked for the site that was last looked at.
 */
export function standingOf(
  facts: PlanFacts,
  sessions: readonly (ReadinessSession & { triggers?: readonly string[] })[],
  today: Temporal.PlainDate,
  words: StandingWords,
): AnimalStanding {
  const { protocol, species, openVet } = facts
  const { stage, state } = trainedStage(facts)
  const signs = openVet.map(({ sign }) => sign)
  const gate = safetyList({
    species,
    records: facts.safety,
    openVet: signs,
    on: today,
    siteKey: siteOf(facts.safety),
    weightG: facts.weightG,
    temperatureBlocks: facts.temperatureBlocks,
  })
  const input: ReadinessInput = {
    animal: facts.animalId,
    species,
    stage,
    nextStage: nextStage(protocol, stage.key),
    stagePlaces: placesAmong(protocolFor(species), facts.versions),
    enteredDay: dayNumber(state.stageEnteredOn),
    asOf: dayNumber(today),
    sessions,
    stepBacks: state.stepBacksFromHere,
    gate,
    openVet: signs,
    contextPause: contextPause(state, today),
    minDaysFactor: facts.minDaysFactor,
  }
  const assessment = assess(input)
  const inEnrichment = state.status === 'enrichment'
  const back = stepBackStage(protocol, stage.key)
  const last = sessions.findLast(({ voided }) => !voided)
  const met = last?.triggers?.find((key) => key !== 'none')
  const sentence = decidingSentence(
    inEnrichment ? { ...assessment, recommendation: 'stop_enrich' } : assessment,
    {
      name: facts.name,
      stage: stage.name,
      nextStage: nextStage(protocol, stage.key)?.name ?? null,
      backStage: back && back.key !== stage.key ? back.name : null,
      backMinDays: back ? minDaysAsked(back.minDays, facts.minDaysFactor) : 0,
      trigger: met ? words.trigger(met) : null,
      observation: words.observation(signs),
      pauseReason: state.pauseReason.replace(/[.\s]+$/, ''),
      pauseDays: state.pausedUntil ? today.until(state.pausedUntil, { largestUnit: 'days' }).days : null,
      reviewDays: state.reviewOn
        ? Math.max(0, today.until(state.reviewOn, { largestUnit: 'days' }).days)
        : protocol.alternative.reviewDays,
      showDay: (days) => words.showDay(today.add({ days })),
    },
  )
  const red = assessment.redFlags.at(-1)
  return {
    animalId: facts.animalId,
    name: facts.name,
    species,
    planId: facts.planId,
    protocolName: protocol.name,
    protocol,
    versions: facts.versions,
    goal: facts.goal,
    goalRisk: facts.goalRisk,
    stageKey: inEnrichment ? protocol.alternative.key : stage.key,
    stageName: inEnrichment ? protocol.alternative.name : stage.name,
    stageIndex: inEnrichment ? -1 : stageIndex(protocol, stage.key),
    stageCount: protocol.stages.length,
    stageEnteredOn: state.stageEnteredOn,
    dayInStage: assessment.facts.daysInStage,
    minDays: inEnrichment ? 0 : assessment.facts.minDaysAsked,
    status: state.status,
    state,
    entries: facts.entries,
    recommendation: inEnrichment ? 'stop_enrich' : assessment.recommendation,
    why: assessment.why,
    sentence,
    score: assessment.score,
    band: assessment.band,
    confidence: assessment.confidence,
    confidenceWord: assessment.confidenceBand,
    redFlagOn: red ? dayOfNumber(red.day) : null,
    openVet,
    safety: gate.items,
    lastSessionDay: facts.lastSessionDay,
    today,
    assessment,
    input,
  }
}

/** The site that was looked at last; '' is home. */
export const siteOf = (records: readonly SafetyRecord[]): string =>
  records.findLast(({ key, withdrawn }) => key === 'site_check' && !withdrawn)?.siteKey ?? ''
