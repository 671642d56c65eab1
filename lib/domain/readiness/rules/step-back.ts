import { isStressful } from '../kind'
import type { ScoredSession } from '../scored-session'
import { lastOf } from '../sessions'
import type { Rule } from './rule'

/** A red flag in this stage within a week. Ours. */
export const backRed: Rule = {
  id: 'back_red',
  recommendation: 'step_back',
  holds: ({ sessions }) => sessions.some(({ red, age }) => red && age < 7),
}

/** Two of the last three stressful and the last one stressful; two of two counts. */
export const backTwoOfThree: Rule = {
  id: 'back_two_of_three',
  recommendation: 'step_back',
  holds: ({ sessions }) => {
    const last = sessions.at(-1)
    return last !== undefined && isStressful(last.kind) && stressful(lastOf(sessions, 3)) >= 2
  },
}

/** Push-drop-stick on sessions: two or fewer of five right means drop (Donaldson). */
export const backThreeOfFive: Rule = {
  id: 'back_three_of_five',
  recommendation: 'step_back',
  holds: ({ sessions }) => sessions.length >= 5 && stressful(lastOf(sessions, 5)) >= 3,
}

function stressful(sessions: readonly ScoredSession[]): number {
  return sessions.filter(({ kind }) => isStressful(kind)).length
}
