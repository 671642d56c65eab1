import { noise } from '../score'
import { lastOf } from '../sessions'
import { placeOf } from '../stage-record'
import type { Rule } from './rule'
import { v1 } from './v1'

/** Red flags that keep coming, in whatever stage. */
export const stopReds: Rule = {
  id: 'stop_reds',
  recommendation: 'stop_enrich',
  holds: ({ all }) => all.filter(({ red, age }) => red && age < v1.stopReds.days).length >= v1.stopReds.count,
}

/** Panics at the door or outdoors, although a step back was tried. */
export const stopPanicOutdoor: Rule = {
  id: 'stop_panic_outdoor',
  recommendation: 'stop_enrich',
  holds: ({ all, input }) =>
    input.stepBacks >= v1.stopPanics.stepBacks &&
    all.filter(
      ({ level, age, session }) =>
        level === 4 && age < v1.stopPanics.days && placeOf(input.stagePlaces, session.stage) !== 'indoor',
    ).length >= v1.stopPanics.count,
}

/** The animal declines, not known to be improving. Leaving in the middle is not declining. */
export const stopPreference: Rule = {
  id: 'stop_preference',
  recommendation: 'stop_enrich',
  holds: ({ sessions, daysInStage, improving }) => {
    const { last, least, share } = v1.stopPreference
    const lastTen = lastOf(sessions, last)
    const declined = lastTen.filter(({ session }) => session.choice === 'avoided').length
    return (
      daysInStage >= v1.persistenceDays &&
      lastTen.length >= least &&
      declined >= lastTen.length * share - noise &&
      improving !== true
    )
  },
}

/** Long, hard and known not to get better, although a step back was tried. */
export const stopPlateau: Rule = {
  id: 'stop_plateau',
  recommendation: 'stop_enrich',
  holds: ({ sessions, daysInStage, improving, raw, input }) =>
    daysInStage >= v1.persistenceDays &&
    sessions.length >= v1.stopPlateau.sessions &&
    input.stepBacks >= v1.stopPlateau.stepBacks &&
    raw !== null &&
    raw < v1.stopPlateau.raw - noise &&
    improving === false,
}
