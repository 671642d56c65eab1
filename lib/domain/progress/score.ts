import type { Temporal } from 'temporal-polyfill'
import { compareDays } from './session'

/** One stored assessment, as it was computed then. */
export type StoredScore = {
  id: string
  asOf: Temporal.PlainDate
  computedAt: Temporal.Instant
  stageKey: string
  /** Whole 0-100; null: there was not enough yet. */
  score: number | null
  /** 0-1. */
  confidence: number
}

/** What the last assessment of each day said, oldest first. Nothing is computed again. */
export function lastOfEachDay(stored: readonly StoredScore[]): StoredScore[] {
  const last = new Map<string, StoredScore>()
  for (const one of stored) {
    const day = one.asOf.toString()
    const before = last.get(day)
    if (!before || isLater(one, before)) last.set(day, one)
  }
  return [...last.values()].sort((a, b) => compareDays(a.asOf, b.asOf))
}

/** Days without an assessment after which a line is not drawn on. Ours. */
const longestSilentDays = 7

/**
 * Runs of days that may be joined by a line: of one stage, and never across more than seven days of silence.
 * Expects one a day, oldest first.
 */
export function runsOf(scores: readonly StoredScore[]): StoredScore[][] {
  const runs: StoredScore[][] = []
  let before: StoredScore | null = null
  for (const one of scores) {
    const joins =
      before?.stageKey === one.stageKey &&
      before.asOf.until(one.asOf, { largestUnit: 'days' }).days <= longestSilentDays
    const run = runs.at(-1)
    if (joins && run) run.push(one)
    else runs.push([one])
    before = one
  }
  return runs
}

function isLater(a: StoredScore, b: StoredScore): boolean {
  const apart = a.computedAt.epochNanoseconds - b.computedAt.epochNanoseconds
  return apart === 0n ? a.id > b.id : apart > 0n
}
