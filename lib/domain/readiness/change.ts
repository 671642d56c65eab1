import { assess } from './assess'
import type { Assessment, ReadinessInput, ReadinessSession, RuleId } from './types'

/** What kind of fact would lift a rule. */
export const needs = [
  'sessions',
  'session_days',
  'days',
  'safety_list',
  'vet',
  'end_pause',
  'review',
  'last_stage',
  'unknown',
] as const
export type Need = (typeof needs)[number]

/** The smallest next fact that lifts one rule: `count` sessions, days, or open items. */
export interface Change {
  rule: RuleId
  need: Need
  count: number
}

/** No search goes further than this many days or sessions; beyond it the answer is `unknown`. Ours. */
const horizon = 60

const needsSessions: ReadonlySet<RuleId> = new Set<RuleId>([
  'few_sessions',
  'stale',
  'food_unknown',
  'push_rule',
  'last_not_pass',
  'tolerating',
  'score',
  'confidence',
  'back_two_of_three',
  'back_three_of_five',
])

/**
 * For every rule that holds, the smallest fact that would lift it, found by assessing again with that fact
 * added: passing sessions one a day, days of waiting, the safety list. Stop rules answer `review`: a person
 * confirms or reopens them.
 */
export function whatWouldChange(
  input: ReadinessInput,
  assessment: Assessment = assess(input),
): readonly Change[] {
  return assessment.rulesFired
    .filter((rule) => rule !== 'advance')
    .map((rule): Change => {
      if (needsSessions.has(rule)) return smallest(rule, 'sessions', (n) => withPassingSessions(input, n))
      if (rule === 'min_session_days')
        return smallest(rule, 'session_days', (n) => withPassingSessions(input, n))
      if (rule === 'gate') return { rule, need: 'safety_list', count: Math.max(1, input.gate.missing.length) }
      if (rule === 'vet_open') return { rule, need: 'vet', count: input.openVet.length }
      if (rule === 'context') return { rule, need: 'end_pause', count: input.contextPause.length }
      if (rule === 'last_stage') return { rule, need: 'last_stage', count: 0 }
      if (rule.startsWith('stop_')) return { rule, need: 'review', count: 1 }
      return smallest(rule, 'days', (n) => ({ ...input, asOf: input.asOf + n }))
    })
}

/** Days of one passing session each until the answer is advance; null when not within the horizon. */
export function soonestAdvance(input: ReadinessInput): number | null {
  for (let days = 0; days <= horizon; days += 1) {
    if (assess(withPassingSessions(input, days)).recommendation === 'advance') return days
  }
  return null
}

/**
 * The same record after n more days with one passing owner's session each, from today if today has none yet.
 * n sessions never end in the past: the day of the assessment moves with the last one.
 */
export function withPassingSessions(input: ReadinessInput, n: number): ReadinessInput {
  const today = input.sessions.some(
    (one) => one.day === input.asOf && one.animal === input.animal && !one.voided,
  )
    ? 1
    : 0
  const added = Array.from({ length: n }, (_, index) =>
    passingSession(input, input.asOf + today + index, index),
  )
  return {
    ...input,
    asOf: Math.max(input.asOf, added.at(-1)?.day ?? input.asOf),
    sessions: [...input.sessions, ...added],
  }
}

function passingSession({ animal, stage }: ReadinessInput, day: number, index: number): ReadinessSession {
  return {
    id: `next-${index}`,
    animal,
    stage: stage.key,
    day,
    source: 'owner',
    stress: 0,
    food: 'quick',
    choice: 'came',
    tension: 'slack',
    durationSec: stage.targetSec,
  }
}

function smallest(rule: RuleId, need: Need, given: (n: number) => ReadinessInput): Change {
  for (let count = 1; count <= horizon; count += 1) {
    if (!assess(given(count)).rulesFired.includes(rule)) return { rule, need, count }
  }
  return { rule, need: 'unknown', count: 0 }
}
