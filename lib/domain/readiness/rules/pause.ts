import { lastOf } from '../sessions'
import type { Rule } from './rule'
import { v1 } from './v1'

/** An observation that needs a vet comes before everything. */
export const vetOpen: Rule = {
  id: 'vet_open',
  recommendation: 'pause',
  holds: ({ input }) => input.openVet.length > 0,
}

/** No harness for some days after a red flag in any stage. */
export const rest: Rule = {
  id: 'rest',
  recommendation: 'pause',
  holds: ({ all }) => all.some(({ red, age }) => red && age < v1.restDays),
}

/** A person paused: illness, move, new pet, heat. */
export const context: Rule = {
  id: 'context',
  recommendation: 'pause',
  holds: ({ input }) => input.contextPause.length > 0,
}

/** Rats that keep away time and again rest. */
export const ratRest: Rule = {
  id: 'rat_rest',
  recommendation: 'pause',
  holds: ({ input, sessions }) => {
    const { sessions: running, days } = v1.ratRest
    const lastFew = lastOf(sessions, running)
    const last = lastFew.at(-1)
    if (input.species !== 'rat' || lastFew.length < running || !last) return false
    return last.age < days && lastFew.every(({ session }) => session.choice === 'avoided')
  },
}
