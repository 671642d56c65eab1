import { v1 } from './rules/v1'
import { isStressful } from './kind'
import { lastOf } from './sessions'
import { placeOf } from './stage-record'
import type { Assessment, CapKey, ReadinessInput, RuleId } from './types'

/** What says which sessions a rule or cap looked at. */
export type RuleSources = Pick<Assessment, 'sessionsUsed' | 'redFlags'> &
  Partial<Pick<ReadinessInput, 'stagePlaces'>>
type SessionBehind = { id: string; day: number }

/** The sessions that a rule looked at when it held, oldest first; none for rules about days, lists and people. */
export function sessionsBehindRule(
  rule: RuleId,
  { sessionsUsed, redFlags, stagePlaces }: RuleSources,
): readonly SessionBehind[] {
  const redHere = sessionsUsed.filter(({ kind }) => kind === 'red')
  switch (rule) {
    case 'stop_reds':
      return redFlags
    case 'stop_panic_outdoor':
      return lastOf(
        redFlags.filter(({ level, stage }) => level === 4 && placeOf(stagePlaces ?? {}, stage) !== 'indoor'),
        v1.stopPanics.count,
      )
    case 'stop_preference':
      return lastOf(sessionsUsed, v1.stopPreference.last)
    case 'rest':
    case 'red_block':
      return lastOf(redFlags, 1)
    case 'back_red':
      return lastOf(redHere, 1)
    case 'rat_rest':
      return lastOf(sessionsUsed, v1.ratRest.sessions)
    case 'back_two_of_three':
      return stressfulAmong(lastOf(sessionsUsed, v1.backTwoOfThree.last))
    case 'back_three_of_five':
      return stressfulAmong(lastOf(sessionsUsed, v1.backThreeOfFive.last))
    case 'stale':
    case 'last_not_pass':
      return lastOf(sessionsUsed, 1)
    case 'push_rule':
      return lastOf(sessionsUsed, v1.lastFive.last).filter(({ kind }) => kind !== 'pass')
    case 'food_unknown':
      return lastOf(sessionsUsed, v1.lastFive.last).filter(({ factors }) => factors.food === null)
    case 'tolerating':
      return lastOf(sessionsUsed, v1.lastFive.last).filter(
        ({ factors: { choice } }) => choice === null || choice < v1.choice.hesitated_joined,
      )
    case 'few_sessions':
    case 'min_session_days':
      return lastOf(sessionsUsed, v1.lastFive.last)
    default:
      return []
  }
}

/** The sessions that put a cap on the score. */
export function sessionsBehindCap(cap: CapKey, known: RuleSources): readonly SessionBehind[] {
  switch (cap) {
    case 'cap_red7':
    case 'cap_red14':
      return lastOf(known.redFlags, 1)
    case 'cap_two_of_three':
      return sessionsBehindRule('back_two_of_three', known)
    case 'cap_last':
      return lastOf(known.sessionsUsed, 1)
    case 'cap_push':
      return sessionsBehindRule('push_rule', known)
  }
}

const stressfulAmong = (sessions: RuleSources['sessionsUsed']) =>
  sessions.filter(({ kind }) => isStressful(kind))
