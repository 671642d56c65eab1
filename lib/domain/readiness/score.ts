import { factorWeights } from './factors'
import { isStressful } from './kind'
import type { ScoredSession } from './scored-session'
import { lastOf, type SeenSession } from './sessions'
import { factorKeys, type Band, type CapKey, type FactorKey, type FactorPart } from './types'

/** Fewer sessions give no score. Ours. */
export const fewestSessions = 3

/** Floating noise far below anything a person could mean by a number. */
export const noise = 1e-9

/**
 * The six parts and raw 0-100. Unknown values are left out, never zero. No raw (null) with fewer than three
 * sessions or a criterion that is unknown in all of them. The contributions add up to raw.
 */
export function readParts(sessions: readonly ScoredSession[]): { parts: FactorPart[]; raw: number | null } {
  const values = factorKeys.map((key) => ({ key, value: weightedMean(sessions, key) }))
  const criterion = values.find(({ key }) => key === 'criterion')?.value ?? null
  const scored = sessions.length >= fewestSessions && criterion !== null
  let known = 0
  for (const { key, value } of values) if (value !== null) known += factorWeights[key]
  let raw = 0
  const parts = values.map(({ key, value }) => {
    const weight = factorWeights[key]
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

/** Caps on the score, ours: a red flag outweighs any average, and 75 is out of reach without four passes. */
export function capsOn(
  sessions: readonly ScoredSession[],
  all: readonly SeenSession[],
): { key: CapKey; limit: number }[] {
  const caps: { key: CapKey; limit: number }[] = []
  if (all.some(({ red, age }) => red && age < 7)) caps.push({ key: 'cap_red7', limit: 35 })
  else if (all.some(({ red, age }) => red && age < 14)) caps.push({ key: 'cap_red14', limit: 60 })
  const lastThree = lastOf(sessions, 3)
  const last = sessions.at(-1)
  if (lastThree.filter(({ kind }) => isStressful(kind)).length >= 2) {
    caps.push({ key: 'cap_two_of_three', limit: 50 })
  } else if (last && isStressful(last.kind)) caps.push({ key: 'cap_last', limit: 64 })
  if (lastOf(sessions, 5).filter(({ kind }) => kind === 'pass').length < 4)
    caps.push({ key: 'cap_push', limit: 74 })
  return caps
}

/** Half up of the smaller of raw and the lowest cap. */
export function shownScore(raw: number, caps: readonly { limit: number }[]): number {
  const lowest = caps.reduce((least, { limit }) => Math.min(least, limit), 100)
  return Math.floor(Math.min(raw, lowest) + 0.5 + noise)
}

/** Under 35, 50, 75 and from there. Ours. */
export function bandOf(score: number): Band {
  if (score < 35) return 'hard_days'
  if (score < 50) return 'unsettled'
  return score < 75 ? 'settling' : 'steady'
}

/** Days back to compare with, and the points that count as better. Ours. */
const compareDays = 14
const betterBy = 5

/**
 * Whether raw is more than 5 points above raw of 14 days ago; null when either is missing. All weights shrink
 * at the same speed, so the older sessions' weights of today give the same mean as theirs of then.
 */
export function isImproving(sessions: readonly ScoredSession[], raw: number | null): boolean | null {
  if (raw === null) return null
  const since = sessions.findIndex(({ age }) => age < compareDays)
  const then = readParts(since < 0 ? sessions : sessions.slice(0, since)).raw
  return then === null ? null : raw - then > betterBy + noise
}
