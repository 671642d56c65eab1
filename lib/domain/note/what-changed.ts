import { isOutgrown } from '@/lib/domain/fit/fit'
import type { BodyLevel } from '@/lib/domain/observation/vocabulary'

/** Times that a note and the visit's sessions know, seconds. Shorter is better, but for the calm one. */
export const timesSeen = ['longestCalmSec', 'latencyEatSec', 'latencyApproachSec', 'latencyStepSec'] as const
export type TimeSeen = (typeof timesSeen)[number]

/** What is known of one animal at one visit; null is unknown, never zero. */
export type LookAtVisit = Record<TimeSeen, number | null> & {
  /** The stage it was trained in, before what was decided at the visit; its place in the plan's protocol. */
  stage: { name: string; index: number } | null
  /** The worst that was seen. */
  body: BodyLevel | null
  weightGrams: number | null
}

/** What came up between two visits and still stands. */
export type Since = {
  /** Days on which a session was red. */
  redDays: number
  /** Health signs a vet question was opened for. */
  vetSigns: readonly string[]
}

/** One line of what changed, in figures; the sentence is in the catalogue. */
export type Change =
  | { of: 'red'; days: number }
  | { of: 'vet'; signs: readonly string[] }
  | { of: 'weight'; from: number; to: number }
  | { of: 'stage'; from: string; to: string; way: 'on' | 'back' }
  | { of: 'body'; from: BodyLevel; to: BodyLevel }
  | { of: TimeSeen; from: number; to: number }

/** How many lines are said at most. */
export const mostChanges = 3

/**
 * What changed since the visit before, the most important first, at most three lines: red days, new vet questions,
 * a weight 5 % off (as the fit check has it), the stage, the worst body, calm wear, then the latencies. What is
 * unknown at either visit is left out. A time has changed by a quarter and 5 s or more (ours).
 */
export function whatChanged(before: LookAtVisit, now: LookAtVisit, since: Since): Change[] {
  const changes: Change[] = []
  if (since.redDays > 0) changes.push({ of: 'red', days: since.redDays })
  if (since.vetSigns.length > 0) changes.push({ of: 'vet', signs: since.vetSigns })
  const weight = bothKnown(before.weightGrams, now.weightGrams)
  if (weight && isOutgrown(weight.from, weight.to)) changes.push({ of: 'weight', ...weight })
  const stage = bothKnown(before.stage, now.stage)
  if (stage && stage.from.index !== stage.to.index) {
    const way = stage.to.index > stage.from.index ? 'on' : 'back'
    changes.push({ of: 'stage', from: stage.from.name, to: stage.to.name, way })
  }
  const body = bothKnown(before.body, now.body)
  if (body && body.from !== body.to) changes.push({ of: 'body', ...body })
  for (const of of timesSeen) {
    const time = bothKnown(before[of], now[of])
    if (time && differ(time)) changes.push({ of, ...time })
  }
  return changes.slice(0, mostChanges)
}

function bothKnown<T>(from: T | null, to: T | null): { from: T; to: T } | null {
  return from === null || to === null ? null : { from, to }
}

const differ = ({ from, to }: { from: number; to: number }): boolean => {
  const by = Math.abs(to - from)
  return by >= 5 && by * 4 >= from
}

/** Body level of a Cat Stress Score rank, 1-7; the mapping is ours. */
export function bodyOfRank(rank: number): BodyLevel {
  if (rank <= 2) return 0
  return ([1, 2, 3] as const)[rank - 3] ?? 4
}
