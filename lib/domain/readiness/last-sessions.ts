import { isStressful } from './kind'
import { v1 } from './rules/v1'
import type { ScoredSession } from './scored-session'
import { lastOf } from './sessions'

// What rules, caps and the screen count in the last sessions of the stage.

export function stressfulOfLast(sessions: readonly ScoredSession[], n: number): number {
  return lastOf(sessions, n).filter(({ kind }) => isStressful(kind)).length
}

/** Of the last five: how many passed. */
export function passes(sessions: readonly ScoredSession[]): number {
  return lastOf(sessions, v1.lastFive.last).filter(({ kind }) => kind === 'pass').length
}

/** Of the last five: how many the animal chose to join. Tolerating is not choosing. */
export function joined(sessions: readonly ScoredSession[]): number {
  return lastOf(sessions, v1.lastFive.last).filter(
    ({ session }) => session.choice === 'came' || session.choice === 'hesitated_joined',
  ).length
}

/** Of the last five: in how many it is known what the animal did with food. */
export function foodKnown(sessions: readonly ScoredSession[]): number {
  return lastOf(sessions, v1.lastFive.last).filter(({ factors }) => factors.food !== null).length
}
