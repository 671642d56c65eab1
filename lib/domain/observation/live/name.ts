import { bodyLevelKeys } from '../vocabulary'
import type { Tap } from './event'

/** What a tap is called: a path in the catalogues. How far a trigger was is said beside it. */
export function nameOf(tap: Tap): string {
  switch (tap.what) {
    case 'start':
      return 'live.start'
    case 'stop':
      return tap.ended ? `ended.${tap.ended}` : 'live.stop'
    case 'body':
      return `body.${bodyLevelKeys[tap.level]}`
    case 'sign':
      return `sign.${tap.sign}`
    case 'recovered':
      return 'live.recovered'
    case 'gear':
      return tap.on ? 'live.gearOn' : 'live.gearOff'
    case 'cue':
      return `live.cue.${tap.of}`
    case 'reached':
      return `live.reachedIt.${tap.milestone}`
    case 'food':
      return `food.${tap.food}`
    case 'choice':
      return `choice.${tap.choice}`
    case 'leash':
      return `tension.${tap.tension}`
    case 'trigger':
      return `trigger.${tap.trigger}`
    case 'red':
      return `event.${tap.event}`
    case 'health':
      return `health.${tap.sign}`
    case 'trial':
      return tap.ok ? 'live.trialOk' : 'live.trialNot'
    case 'undo':
      return 'live.say.undo'
  }
}
