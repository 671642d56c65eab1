import { lastOf } from '../sessions'
import type { StageRecord } from '../stage-record'
import type { RuleId } from '../types'
import type { Rule } from './rule'

/** Days without a session after which the record is stale. Ours. */
export const staleDays = 14

/** Days without news after a red flag: 7, and 14 where this or the next stage is not indoor. Ours. */
export function redBlockDays({
  stage,
  nextStage,
}: Pick<StageRecord['input'], 'stage' | 'nextStage'>): number {
  const outside = stage.place !== 'indoor' || (nextStage !== null && nextStage.place !== 'indoor')
  return outside ? 14 : 7
}

const stay = (id: RuleId, holds: Rule['holds']): Rule => ({ id, recommendation: 'stay', holds })

/** Reasons to stay, in the order in which they are asked; all that hold are listed. */
export const stayRules: readonly Rule[] = [
  stay('few_sessions', ({ raw }) => raw === null),
  stay('min_days', ({ daysInStage, minDaysAsked }) => daysInStage < minDaysAsked),
  stay('min_session_days', ({ sessionDays, input }) => sessionDays < input.stage.minSessionDays),
  stay('red_block', ({ all, input }) => all.some(({ red, age }) => red && age < redBlockDays(input))),
  stay('stale', ({ sessions }) => (sessions.at(-1)?.age ?? 0) > staleDays),
  stay('food_unknown', ({ sessions }) => foodKnown(sessions) < Math.min(3, sessions.length)),
  stay('push_rule', ({ sessions }) => passes(sessions) < 4),
  stay('last_not_pass', ({ sessions }) => {
    const last = sessions.at(-1)
    return last !== undefined && last.kind !== 'pass'
  }),
  stay('tolerating', ({ sessions, input }) => input.stage.place !== 'indoor' && joined(sessions) < 3),
  stay('score', ({ score }) => score !== null && score < 75),
  stay('confidence', ({ confidence }) => confidence < 0.6),
  stay('gate', ({ input }) => input.nextStage !== null && input.nextStage.gate && !input.gate.ok),
  stay('last_stage', ({ input }) => input.nextStage === null),
]

type Sessions = StageRecord['sessions']

/** Of the last five: how many passed (push-drop-stick: four push). */
export function passes(sessions: Sessions): number {
  return lastOf(sessions, 5).filter(({ kind }) => kind === 'pass').length
}

/** Of the last five: how many the animal chose to join. Tolerating is not choosing. */
export function joined(sessions: Sessions): number {
  return lastOf(sessions, 5).filter(
    ({ session }) => session.choice === 'came' || session.choice === 'hesitated_joined',
  ).length
}

/** Of the last five: in how many it is known what the animal did with food. */
export function foodKnown(sessions: Sessions): number {
  return lastOf(sessions, 5).filter(({ factors }) => factors.food !== null).length
}
