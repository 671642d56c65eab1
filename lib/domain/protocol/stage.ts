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

/**
 * Where a step back leads: to the stage that says so, else to the one before. Never into the intake and never
 * forward, so the first trained stage starts again.
 */
export function stepBackStage(protocol: Protocol, key: string): Stage | null {
  const stage = stageOf(protocol, key)
  const asked = stage?.stepBackTo === undefined ? null : earlierStage(protocol, stage.stepBackTo, key)
  const before = asked ?? previousStage(protocol, key)
  return before && !isIntake(before) ? before : stage
}

/**
 * Where training begins again after the indoor programme: at the stage it names, else at the first trained one;
 * never later than the stage it stopped at.
 */
export function restartStage(protocol: Protocol, stoppedAt: string): Stage | null {
  const first = protocol.stages.find((stage) => !isIntake(stage))?.key
  const asked = earlierStage(protocol, protocol.alternative.restartAt ?? first ?? stoppedAt, stoppedAt)
  return asked ?? stageOf(protocol, stoppedAt)
}

function earlierStage(protocol: Protocol, key: string, than: string): Stage | null {
  const index = stageIndex(protocol, key)
  return index < stageIndex(protocol, than) ? (protocol.stages[index] ?? null) : null
}

/** Stage key -> place, for reading sessions of any stage. */
export function stagePlacesOf(protocol: Protocol): Readonly<Record<string, StagePlace>> {
  return Object.fromEntries(protocol.stages.map((stage) => [stage.key, stage.place]))
}
