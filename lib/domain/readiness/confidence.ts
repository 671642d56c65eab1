import { applicableFactors } from './factors'
import type { ScoredSession } from './scored-session'
import type { ConfidenceBand, StageFacts } from './types'

/** Sum of weights at which evidence reaches 63 %. Ours. */
const evidenceScale = 1.5
const windowDays = 14
/** Days of silence that cost nothing, then the half-life of freshness. Ours. */
const freshDays = 3
const freshHalfLifeDays = 7

/**
 * How much the record can be trusted, 0-1, unrounded; 0 without sessions of the stage:
 * evidence x (.45 + .30 days + .15 filled + .10 expert) x fresh. The shares are ours.
 */
export function confidenceOf(sessions: readonly ScoredSession[], stage: StageFacts): number {
  const last = sessions.at(-1)
  if (!last) return 0
  const evidence = 1 - Math.exp(-sum(sessions) / evidenceScale)
  const shares =
    0.45 + 0.3 * daysShare(sessions, stage) + 0.15 * filledShare(sessions, stage) + 0.1 * expert(sessions)
  const fresh = last.age <= freshDays ? 1 : 2 ** (-(last.age - freshDays) / freshHalfLifeDays)
  return Math.min(1, evidence * shares * fresh)
}

/** low under .4, medium under .7, high from there. Ours. */
export function confidenceBandOf(confidence: number): ConfidenceBand {
  if (confidence < 0.4) return 'low'
  return confidence < 0.7 ? 'medium' : 'high'
}

function sum(sessions: readonly ScoredSession[]): number {
  return sessions.reduce((total, { weight }) => total + weight, 0)
}

/** Distinct session days of the window over the days the stage wants, at most 1. */
function daysShare(sessions: readonly ScoredSession[], stage: StageFacts): number {
  const recent = new Set<number>()
  for (const { age, session } of sessions) if (age < windowDays) recent.add(session.day)
  return Math.min(1, recent.size / Math.max(1, stage.minSessionDays))
}

/** Weighted share of the applicable answers that were given. */
function filledShare(sessions: readonly ScoredSession[], stage: StageFacts): number {
  const cells = applicableFactors(stage)
  let known = 0
  let all = 0
  for (const { factors, weight } of sessions) {
    for (const cell of cells) if (factors[cell] !== null) known += weight
    all += weight * cells.length
  }
  return all > 0 ? known / all : 0
}

/** 1 with a session seen by an expert within the window, half with an older one. */
function expert(sessions: readonly ScoredSession[]): number {
  let share = 0
  for (const { source, age } of sessions) {
    if (source === 'owner') continue
    if (age < windowDays) return 1
    share = 0.5
  }
  return share
}
