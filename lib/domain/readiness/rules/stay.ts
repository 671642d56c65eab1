import { foodKnown, joined, passes } from '../last-sessions'
import type { StageRecord } from '../stage-record'
import type { RuleId } from '../types'
import type { Rule } from './rule'
import { v1 } from './v1'

/** Days without news after a red flag: longer where this or the next stage is at the door or outdoors. */
export function redBlockDays({
  stage,
  nextStage,
}: Pick<StageRecord['input'], 'stage' | 'nextStage'>): number {
  const outside = stage.place !== 'indoor' || (nextStage !== null && nextStage.place !== 'indoor')
  return outside ? v1.redBlockDays.outside : v1.redBlockDays.indoor
}

const stay = (id: RuleId, holds: Rule['holds']): Rule => ({ id, recommendation: 'stay', holds })

/** Reasons to stay, in the order in which they are asked; all that hold are listed. */
export const stayRules: readonly Rule[] = [
  stay('few_sessions', ({ raw }) => raw === null),
  stay('min_days', ({ daysInStage, minDaysAsked }) => daysInStage < minDaysAsked),
  stay('min_session_days', ({ sessionDays, input }) => sessionDays < input.stage.minSessionDays),
  stay('red_block', ({ all, input }) => all.some(({ red, age }) => red && age < redBlockDays(input))),
  stay('stale', ({ sessions }) => (sessions.at(-1)?.age ?? 0) > v1.staleDays),
  stay(
    'food_unknown',
    ({ sessions }) => foodKnown(sessions) < Math.min(v1.lastFive.foodKnown, sessions.length),
  ),
  stay('push_rule', ({ sessions }) => passes(sessions) < v1.lastFive.passes),
  stay('last_not_pass', ({ sessions }) => {
    const last = sessions.at(-1)
    return last !== undefined && last.kind !== 'pass'
  }),
  stay(
    'tolerating',
    ({ sessions, input }) => input.stage.place !== 'indoor' && joined(sessions) < v1.lastFive.joined,
  ),
  stay('score', ({ score }) => score !== null && score < v1.advance.score),
  stay('confidence', ({ confidence }) => confidence < v1.advance.confidence),
  stay('gate', ({ input }) => input.nextStage !== null && input.nextStage.gate && !input.gate.ok),
  stay('last_stage', ({ input }) => input.nextStage === null),
]
