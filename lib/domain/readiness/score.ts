import { isStressful } from './kind'
import { passes, stressfulOfLast } from './last-sessions'
import { v1 } from './rules/v1'
import type { ScoredSession } from './scored-session'
import type { SeenSession } from './sessions'
import { factorKeys, type Band, type CapKey, type FactorKey, type FactorPart } from './types'

/** Floating noise far below anything a person could mean by a number. */
export const noise = 1e-9

/**
 * The six parts and raw 0-100. Unknown values are left out, never zero. No raw (null) with fewer than three
 * sessions or a criterion that is unknown in all of them. The contributions add up to raw.
 */
export function readParts(sessions: readonly ScoredSession[]): { parts: FactorPart[]; raw: number | null } {
  const values = factorKeys.map((key) => ({ key, value: weightedMean(sessions, key) }))
  const criterion = values.find(({ key }) => key === 'criterion')?.value ?? null
  const scored = sessions.length >= v1.fewestSessions && criterion !== null
  let known = 0
  for (const { key, value } of values) if (value !== null) known += v1.factorWeights[key]
  let raw = 0
  const parts = values.map(({ key, value }) => {
    const weight = v1.factorWeights[key]
    const outOf = scored && value !== null ? (100 * weight) / known : null
    const contribution = outOf !== null && value !== null ? outOf * value : null
    raw += contribution ?? 0
    return { key, weight, value, contribution, outOf }
  })
  return { parts, raw: scored ? raw : null }
}

/** Weighted mean 0-1 of the known values of one factor; null when none is known. */
function weightedMean(sessions: readonly ScoredSession[], key: FactorKey): number | null {
  let sum = 0
  let weights = 0
  for (const { factors, weight } of sessions) {
    const value = factors[key]
    if (value === null) continue
    sum += weight * value
    weights += weight
  }
  return weights > 0 ? sum / weights : null
}

/** What holds the score below what its parts add up to. */
export function capsOn(
  sessions: readonly ScoredSession[],
  all: readonly SeenSession[],
): { key: CapKey; limit: number }[] {
  const keys: CapKey[] = []
  const { low, middle } = v1.capRedDays
  if (all.some(({ red, age }) => red && age < low)) keys.push('cap_red7')
  else if (all.some(({ red, age }) => red && age < middle)) keys.push('cap_red14')
  const last = sessions.at(-1)
  if (stressfulOfLast(sessions, v1.backTwoOfThree.last) >= v1.backTwoOfThree.stressful)
    keys.push('cap_two_of_three')
  else if (last && isStressful(last.kind)) keys.push('cap_last')
  if (passes(sessions) < v1.lastFive.passes) keys.push('cap_push')
  return keys.map((key) => ({ key, limit: v1.caps[key] }))
}

/** Half up of the smaller of raw and the lowest cap. */
export function shownScore(raw: number, caps: readonly { limit: number }[]): number {
  const lowest = caps.reduce((least, { limit }) => Math.min(least, limit), 100)
  return Math.floor(Math.min(raw, lowest) + 0.5 + noise)
}

/** A word for the number 0-100. */
export function bandOf(score: number): Band {
  const { unsettled, settling, steady } = v1.bands
  if (score < unsettled) return 'hard_days'
  if (score < settling) return 'unsettled'
  return score < steady ? 'settling' : 'steady'
}

/**
 * Whether raw is well above raw of two weeks ago; null when either is missing. All weights shrink
 * at the same speed, so the older sessions' weights of today give the same mean as theirs of then.
 */
export function isImproving(sessions: readonly ScoredSession[], raw: number | null): boolean | null {
  if (raw === null) return null
  const since = sessions.findIndex(({ age }) => age < v1.improving.days)
  const then = readParts(since < 0 ? sessions : sessions.slice(0, since)).raw
  return then === null ? null : raw - then > v1.improving.points + noise
}
