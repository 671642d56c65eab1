import type { Stage } from '@/lib/domain/protocol/protocol'
import { isIntake } from '@/lib/domain/protocol/stage'
import { redBlockDays } from '@/lib/domain/readiness/rules/stay'
import { v1 } from '@/lib/domain/readiness/rules/v1'
import { minDaysAsked } from '@/lib/domain/readiness/stage-record'
import type { SafetyGate } from '@/lib/domain/readiness/types'
import type { PlanState } from './state'
import { isFurtherOut } from './versions'

/** What no reason can buy, in the order in which it is said. Keys of `refusal` in the readiness catalogue. */
export const hardRefusals = ['open_vet', 'red_window', 'min_days', 'safety_list', 'ticks_missing'] as const
export type HardRefusal = (typeof hardRefusals)[number]

/** Where a plan stands, or would stand. */
export type Footing = { status: PlanState['status']; stage: Stage }

/**
 * What a change does: go `on` to a further stage, train `again` after a rest or where it had been, pass `over` to
 * another version of the protocol, or go `back`.
 */
export type Way = 'on' | 'again' | 'over' | 'back'
export type Move = {
  /** Null where a plan begins. */
  from: Footing | null
  to: Footing
  way: Way
}

/** What is known of the animal on the day of the change. */
export type Condition = {
  openVet: readonly string[]
  gate: SafetyGate
  /** Age in days of the last red session of any stage; null: none within 60 days. */
  lastRedAge: number | null
  /** Whole days since the stage was entered. */
  daysInStage: number
  /** 1-2, for animals known to be fearful. */
  minDaysFactor: number
  /** Keys of the ticks that are set for the stage that is left. */
  ticksSet: readonly string[]
}

/**
 * The hard refusals, asked by every verb that changes a plan: start, advance, step back, resume, reopening, the move
 * to another version, every undo, and an end with steady leash walks. It guarantees, whatever the order of changes:
 *
 * - Nothing begins to be trained, or is trained further out than now, with an open vet flag, within the window of
 *   the last red flag (7 days, 14 at the door or outdoors; 3 where it gets easier), or at a gated stage without its
 *   safety list.
 * - No stage is left forwards inside its minimum days or without its ticks, nor are days that have begun shortened.
 * - Resting, the intake, and a step back of a plan that is trained are open always.
 *
 * What comes later, a flag or a tick that runs out, moves nobody: it holds the next change.
 */
export function refuseMove({ from, to, way }: Move, condition: Condition): HardRefusal | null {
  if (way === 'over' && from && shortens(from.stage, to.stage, condition)) return 'min_days'
  if (to.status !== 'active' || (isIntake(to.stage) && !to.stage.gate)) return null
  const trained = from?.status === 'active' && !isIntake(from.stage)
  const eases = (way === 'back' || way === 'over') && from !== null && !isFurther(from.stage, to.stage)
  if (eases && trained) return null

  const { lastRedAge, ticksSet } = condition
  if (condition.openVet.length > 0) return 'open_vet'
  if (lastRedAge !== null && lastRedAge < (eases ? v1.restDays : redWindow(from, to, way)))
    return 'red_window'
  const left = way === 'on' && from ? from.stage : null
  if (left && isInsideMinimum(left, condition)) return 'min_days'
  if (to.stage.gate && !condition.gate.ok) return 'safety_list'
  return left === null || left.ticks.every(({ key }) => ticksSet.includes(key)) ? null : 'ticks_missing'
}

/** Whether a stage asks more of the world around it: the safety list, or a place further out. */
const isFurther = (now: Stage, then: Stage): boolean =>
  (then.gate && !now.gate) || isFurtherOut(then.place, now.place)

/** Another version may ask fewer days of the stage, but not of the days that have begun. */
const shortens = (now: Stage, then: Stage, condition: Condition) =>
  now.key === then.key && then.minDays < now.minDays && isInsideMinimum(now, condition)

const isInsideMinimum = ({ minDays }: Stage, { daysInStage, minDaysFactor }: Condition) =>
  daysInStage < minDaysAsked(minDays, minDaysFactor)

function redWindow(from: Footing | null, { stage }: Footing, way: Way): number {
  const leaving = way === 'on' && from ? redBlockDays({ stage: from.stage, nextStage: stage }) : 0
  return Math.max(leaving, redBlockDays({ stage, nextStage: null }))
}
