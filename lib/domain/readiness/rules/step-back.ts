import { isStressful } from '../kind'
import { stressfulOfLast } from '../last-sessions'
import type { Rule } from './rule'
import { v1 } from './v1'

/** A red flag in this stage not long ago. */
export const backRed: Rule = {
  id: 'back_red',
  recommendation: 'step_back',
  holds: ({ sessions }) => sessions.some(({ red, age }) => red && age < v1.backRedDays),
}

/** Two of the last three stressful and the last one stressful; two of two counts. */
export const backTwoOfThree: Rule = {
  id: 'back_two_of_three',
  recommendation: 'step_back',
  holds: ({ sessions }) => {
    const { last: n, stressful } = v1.backTwoOfThree
    const last = sessions.at(-1)
    return last !== undefined && isStressful(last.kind) && stressfulOfLast(sessions, n) >= stressful
  },
}

/** Three of the last five stressful, once there are five. */
export const backThreeOfFive: Rule = {
  id: 'back_three_of_five',
  recommendation: 'step_back',
  holds: ({ sessions }) => {
    const { last, stressful } = v1.backThreeOfFive
    return sessions.length >= last && stressfulOfLast(sessions, last) >= stressful
  },
}
