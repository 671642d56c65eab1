import { noise } from '../score'
import { lastOf } from '../sessions'
import { placeOf } from '../stage-record'
import type { Rule } from './rule'

/** Days in the stage before a plateau or a preference may stop a plan. Ours. */
export const persistenceDays = 28

/** Three red sessions of any stage within 60 days. Ours. */
export const stopReds: Rule = {
  id: 'stop_reds',
  recommendation: 'stop_enrich',
  holds: ({ all }) => all.filter(({ red, age }) => red && age < 60).length >= 3,
}

/** Two panics at the door or outdoors within 30 days, after a step back. Ours. */
export const stopPanicOutdoor: Rule = {
  id: 'stop_panic_outdoor',
  recommendation: 'stop_enrich',
  holds: ({ all, input }) =>
    input.stepBacks >= 1 &&
    all.filter(
      ({ level, age, session }) =>
        level === 4 && age < 30 && placeOf(input.stagePlaces, session.stage) !== 'indoor',
    ).length >= 2,
}

/** The animal declines: 80 % of the last ten sessions (at least eight) avoided. Leaving is not declining. */
export const stopPreference: Rule = {
  id: 'stop_preference',
  recommendation: 'stop_enrich',
  holds: ({ sessions, daysInStage, improving }) => {
    const lastTen = lastOf(sessions, 10)
    const declined = lastTen.filter(({ session }) => session.choice === 'avoided').length
    return (
      daysInStage >= persistenceDays &&
      lastTen.length >= 8 &&
      declined * 10 >= lastTen.length * 8 &&
      improving !== true
    )
  },
}

/** Long, hard and known not to get better: raw under 45 after ten sessions and a step back. Ours. */
export const stopPlateau: Rule = {
  id: 'stop_plateau',
  recommendation: 'stop_enrich',
  holds: ({ sessions, daysInStage, improving, raw, input }) =>
    daysInStage >= persistenceDays &&
    sessions.length >= 10 &&
    input.stepBacks >= 1 &&
    raw !== null &&
    raw < 45 - noise &&
    improving === false,
}
