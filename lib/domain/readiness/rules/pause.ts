import { lastOf } from '../sessions'
import type { Rule } from './rule'

/** Days of rest after a red flag. Ours: recovery takes hours to days and no source gives a hard number. */
export const restDays = 3

/** Days a rat rests after three avoided sessions: 3-5 in the protocol, the longer here. */
export const ratRestDays = 5

/** An observation that needs a vet comes before everything. */
export const vetOpen: Rule = {
  id: 'vet_open',
  recommendation: 'pause',
  holds: ({ input }) => input.openVet.length > 0,
}

export const rest: Rule = {
  id: 'rest',
  recommendation: 'pause',
  holds: ({ all }) => all.some(({ red, age }) => red && age < restDays),
}

export const context: Rule = {
  id: 'context',
  recommendation: 'pause',
  holds: ({ input }) => input.contextPause.length > 0,
}

export const ratRest: Rule = {
  id: 'rat_rest',
  recommendation: 'pause',
  holds: ({ input, sessions }) => {
    const lastThree = lastOf(sessions, 3)
    const last = lastThree.at(-1)
    if (input.species !== 'rat' || lastThree.length < 3 || !last) return false
    return last.age < ratRestDays && lastThree.every(({ session }) => session.choice === 'avoided')
  },
}
