import type { Protocol, Stage, StagePlace } from './protocol'

/** The stage of that key, or null where this protocol version has none (the alternative is no stage). */
export function stageOf(protocol: Protocol, key: string): Stage | null {
  return protocol.stages.find((stage) => stage.key === key) ?? null
}

/** Position from 0, or -1 where this protocol has no such stage. */
export function stageIndex(protocol: Protocol, key: string): number {
  return protocol.stages.findIndex((stage) => stage.key === key)
}

/** The stage after this one; null for the last one and for unknown keys. */
export function nextStage(protocol: Protocol, key: string): Stage | null {
  const index = stageIndex(protocol, key)
  return index < 0 ? null : (protocol.stages[index + 1] ?? null)
}

/** The stage before this one; null for the first one and for unknown keys. */
export function previousStage(protocol: Protocol, key: string): Stage | null {
  const index = stageIndex(protocol, key)
  return index < 1 ? null : (protocol.stages[index - 1] ?? null)
}

/** Nothing to measure, so no score: left by its ticks alone. */
export function isIntake(stage: Pick<Stage, 'targetSec' | 'reps'>): boolean {
  return stage.targetSec === 0 && stage.reps === undefined
}

/** Where a step back leads: never into the intake, so the first trained stage starts again. */
export function stepBackStage(protocol: Protocol, key: string): Stage | null {
  const before = previousStage(protocol, key)
  return before && !isIntake(before) ? before : stageOf(protocol, key)
}

/** Stage key -> place, for reading sessions of any stage. */
export function stagePlacesOf(protocol: Protocol): Readonly<Record<string, StagePlace>> {
  return Object.fromEntries(protocol.stages.map((stage) => [stage.key, stage.place]))
}
