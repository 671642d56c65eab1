import { v1 } from './rules/v1'
import type { Assessment, RuleId } from './types'

/** What the sentence needs beside the assessment; names as people say them. */
export interface SentenceFacts {
  /** The animal's name. */
  name: string
  /** Name of this stage, of the next one, and of the one a step back leads to (null: start this one again). */
  stage: string
  nextStage: string | null
  backStage: string | null
  /** Minimum days of the stage a step back leads to. */
  backMinDays: number
  /** What was met in the last session, in words, or null. */
  trigger: string | null
  /** The observations of the open vet flags, in words. */
  observation: string
  /** Why a person paused, in words, and until when, as days from today; null: no date. */
  pauseReason: string
  pauseDays: number | null
  /** Days until the indoor programme is reviewed. */
  reviewDays: number
  /** Shows a day that many days from today as people write it. */
  showDay: (daysFromToday: number) => string
}

/** A key of the readiness catalogue under `sentence`, and what goes into it. */
export interface Sentence {
  key: string
  params: Record<string, string | number>
}

/** The one sentence that decides. A day too few is never called "going well" after a hard session. */
export function decidingSentence(assessment: Assessment, words: SentenceFacts): Sentence {
  const { facts } = assessment
  const name = words.name
  switch (assessment.recommendation) {
    case 'advance':
      return { key: 'advance', params: { name, stage: words.nextStage ?? words.stage } }
    case 'step_back':
      return words.backStage === null
        ? { key: 'start_again', params: { name, stage: words.stage, min: facts.minDaysAsked } }
        : { key: 'step_back', params: { name, stage: words.backStage, min: words.backMinDays } }
    case 'stop_enrich':
      return { key: 'stop', params: { name, days: words.reviewDays } }
    case 'pause':
      return pauseSentence(assessment, words)
    case 'stay':
      return staySentence(assessment, words)
  }
}

function pauseSentence({ why, facts }: Assessment, words: SentenceFacts): Sentence {
  const { name, showDay } = words
  if (why === 'vet_open') return { key: 'vet', params: { name, observation: words.observation } }
  if (why === 'context') {
    return words.pauseDays === null
      ? { key: 'pause_open', params: { name, reason: words.pauseReason } }
      : { key: 'pause_until', params: { name, reason: words.pauseReason, date: showDay(words.pauseDays) } }
  }
  const days =
    why === 'rest' ? v1.restDays - (facts.lastRedAge ?? 0) : v1.ratRest.days - (facts.lastSessionAge ?? 0)
  return { key: 'rest', params: { name, date: showDay(Math.max(1, days)) } }
}

/** Waiting rules whose sentence gives way to what the last session said. */
const waiting: ReadonlySet<RuleId> = new Set<RuleId>([
  'min_days',
  'min_session_days',
  'push_rule',
  'last_not_pass',
])

function staySentence({ why, facts, raw }: Assessment, words: SentenceFacts): Sentence {
  const { name } = words
  const last = facts.lastKinds.at(-1)
  const day = { n: facts.daysInStage, min: facts.minDaysAsked }
  if (waiting.has(why) && last === 'stress_fail') {
    return words.trigger === null
      ? { key: 'stay_hard_day', params: { name } }
      : { key: 'stay_hard_day_trigger', params: { name, trigger: words.trigger } }
  }
  if (waiting.has(why) && last === 'criterion_fail') return { key: 'stay_uninterested', params: { name } }
  switch (why) {
    case 'few_sessions': {
      const missing = Math.max(0, v1.fewestSessions - facts.sessions)
      if (missing > 0) return { key: 'stay_no_score', params: { name, k: missing } }
      return raw === null
        ? { key: 'stay_not_measured', params: { name } }
        : { key: 'stay_no_score', params: { name, k: 1 } }
    }
    case 'min_days':
      return { key: 'stay_days', params: { name, ...day } }
    case 'min_session_days':
      return { key: 'stay_session_days', params: { name, n: facts.sessionDays, min: facts.minSessionDays } }
    case 'push_rule':
      return { key: 'stay_push', params: { name, n: facts.passesOfLastFive } }
    case 'red_block':
      return { key: 'stay_red', params: { name, n: facts.lastRedAge ?? 0 } }
    case 'stale':
      return { key: 'stay_stale', params: { name, n: facts.lastSessionAge ?? 0 } }
    case 'gate':
      return { key: 'stay_gate', params: { name, n: Math.max(1, facts.gateMissing.length) } }
    default:
      return { key: `stay_${why}`, params: { name } }
  }
}
