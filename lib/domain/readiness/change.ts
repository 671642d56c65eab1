import { assess } from './assess'
import type { Assessment, ReadinessInput, RuleId } from './types'
import { afterDays, withPassingSessions } from './what-if'

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

/** Rules that time lifts: resting is the point, so no session is asked for. A score may be held by time too. */
const waiting: ReadonlySet<RuleId> = new Set<RuleId>([
  'rest',
  'rat_rest',
  'back_red',
  'min_days',
  'red_block',
])

/**
 * For every rule that holds, the smallest fact that would lift it, found by assessing again with that fact
 * added: days of waiting, or passing sessions one a day where waiting takes longer or never helps. The safety
 * list, the vet and a pause are for people to settle; stop rules answer `review`. Each fact stands for itself:
 * `soonestAdvance` says what all of them come to.
 */
export function whatWouldChange(
  input: ReadinessInput,
  assessment: Assessment = assess(input),
): readonly Change[] {
  return assessment.rulesFired.filter((rule) => rule !== 'advance').map((rule) => changeOf(rule, input))
}

function changeOf(rule: RuleId, input: ReadinessInput): Change {
  switch (rule) {
    case 'gate':
      return { rule, need: 'safety_list', count: Math.max(1, input.gate.missing.length) }
    case 'vet_open':
      return { rule, need: 'vet', count: input.openVet.length }
    case 'context':
      return { rule, need: 'end_pause', count: input.contextPause.length }
    case 'last_stage':
      return { rule, need: 'last_stage', count: 0 }
    case 'stop_reds':
    case 'stop_panic_outdoor':
    case 'stop_preference':
    case 'stop_plateau':
      return { rule, need: 'review', count: 1 }
  }
  const lifts = (given: ReadinessInput) => !assess(given).rulesFired.includes(rule)
  const days = waiting.has(rule) || rule === 'score' ? first((n) => lifts(afterDays(input, n))) : null
  if (waiting.has(rule)) return days === null ? unknown(rule) : { rule, need: 'days', count: days }
  const sessions = first((n) => lifts(withPassingSessions(input, n)), days ?? horizon)
  if (days !== null && (sessions === null || days <= sessions)) return { rule, need: 'days', count: days }
  if (sessions === null) return unknown(rule)
  return { rule, need: rule === 'min_session_days' ? 'session_days' : 'sessions', count: sessions }
}

const unknown = (rule: RuleId): Change => ({ rule, need: 'unknown', count: 0 })

/** The least n from 1 that will do; null beyond `most`. */
function first(willDo: (n: number) => boolean, most = horizon): number | null {
  for (let n = 1; n <= most; n += 1) if (willDo(n)) return n
  return null
}

/**
 * Days until the answer is to advance, with one passing session a day and everything settled that people can
 * settle now: the safety list, vet questions, a pause. 0 where it is so today; null where it is not within the
 * horizon, as in the last stage.
 */
export function soonestAdvance(input: ReadinessInput): number | null {
  if (input.nextStage === null) return null
  const settled = { ...input, gate: { ok: true, missing: [] }, openVet: [], contextPause: [] }
  for (let sessions = 0; sessions <= horizon; sessions += 1) {
    const given = withPassingSessions(settled, sessions)
    if (assess(given).recommendation === 'advance') return given.asOf - input.asOf
  }
  return null
}
