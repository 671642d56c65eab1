import { applicableFactors } from './factors'
import { v1 } from './rules/v1'
import type { ScoredSession } from './scored-session'
import type { ConfidenceBand, StageFacts } from './types'

const { shares, windowDays } = v1.confidence

/**
 * How much the record can be trusted, 0-1, unrounded; 0 without sessions of the stage:
 * evidence x (.45 + .30 days + .15 filled + .10 expert) x fresh.
 */
export function confidenceOf(sessions: readonly ScoredSession[], stage: StageFacts): number {
  const last = sessions.at(-1)
  if (!last) return 0
  const evidence = 1 - Math.exp(-sum(sessions) / v1.confidence.evidenceScale)
  const trust =
    shares.base +
    shares.days * daysShare(sessions, stage) +
    shares.filled * filledShare(sessions, stage) +
    shares.expert * expert(sessions)
  return Math.min(1, evidence * trust * freshness(last.age))
}

/** A word for the number 0-1. */
export function confidenceBandOf(confidence: number): ConfidenceBand {
  const { medium, high } = v1.confidence.bands
  if (confidence < medium) return 'low'
  return confidence < high ? 'medium' : 'high'
}

/** 1 for a few days, then halving with the days since the last session. */
function freshness(gap: number): number {
  const silent = Math.max(0, gap - v1.confidence.freshDays)
  return 2 ** (-silent / v1.confidence.freshHalfLifeDays)
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

/** 1 with a session seen by an expert within the window, less with an older one, 0 without. */
function expert(sessions: readonly ScoredSession[]): number {
  let share = 0
  for (const { source, age } of sessions) {
    if (source !== 'consultant' && source !== 'owner_video') continue
    if (age < windowDays) return 1
    share = v1.confidence.olderExpert
  }
  return share
}
