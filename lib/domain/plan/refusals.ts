import { isIntake } from '@/lib/domain/protocol/stage'
import type { Stage } from '@/lib/domain/protocol/protocol'
import { v1 } from '@/lib/domain/readiness/rules/v1'
import { redBlockDays } from '@/lib/domain/readiness/rules/stay'
import { minDaysAsked } from '@/lib/domain/readiness/stage-record'
import type { SafetyGate } from '@/lib/domain/readiness/types'
import type { PlanState } from './state'
import { isFurtherOut } from './versions'

/** What no reason can buy, in the order in which it is said. Keys of `refusal` in the readiness catalogue. */
export const hardRefusals = ['open_vet', 'red_window', 'min_days', 'safety_list', 'ticks_missing'] as const
export type HardRefusal = (typeof hardRefusals)[number]

/** Where a plan stands, or would stand. */
export type Footing = { status: PlanState['status']; stage: Stage }

/** What a change of a plan does: from where to where, and whether that is further on, the same, or back. */
export type Move = {
  /** Null where a plan begins. */
  from: Footing | null
  to: Footing
  way: 'on' | 'same' | 'back'
}

/** What is known of the animal on the day of the change. */
export type Condition = {
  openVet: readonly string[]
  gate: SafetyGate
  /** Age in days of the last red session of any stage; null: none within 60 days. */
  lastRedAge: number | null
  daysInStage: number
  /** 1-2, for animals known to be fearful. */
  minDaysFactor: number
  /** Keys of the left stage's ticks that are set. */
  ticksSet: readonly string[]
}

/**
 * The hard refusals, asked by every verb that changes a plan: the start, advance, resume, reopening, a step back out
 * of a pause, the move to another version, every undo, and ending with steady leash walks. What it lets pass:
 *
 * - Resting (a pause, the indoor programme, another ending), a step back and the intake, always.
 * - Training again, or further out than now: never with an open vet flag, with a red flag within its window (7 days,
 *   14 where it would be trained at the door or outdoors; 3 for a step back), or at a gated stage without the list.
 * - Going on: that, and never inside the minimum days of the stage that is left or without its ticks.
 *
 * So no order of changes brings a plan to a stage that the day's facts forbid. Facts that come later (a flag, a tick
 * that runs out) move nobody: they hold the next change.
 */
export function refuseMove({ from, to, way }: Move, condition: Condition): HardRefusal | null {
  if (to.status !== 'active' || (isIntake(to.stage) && !to.stage.gate)) return null
  const trains = from?.status === 'active'
  if (trains && way === 'back') return null
  if (trains && way === 'same' && !isFurther(from.stage, to.stage))
    return shortens(from.stage, to.stage, condition)
  if (condition.openVet.length > 0) return 'open_vet'
  const { lastRedAge } = condition
  if (lastRedAge !== null && lastRedAge < redWindow(from, to, way)) return 'red_window'
  if (way === 'on' && from && isInsideMinimum(from.stage, condition)) return 'min_days'
  if (to.stage.gate && !condition.gate.ok) return 'safety_list'
  const ticks = way === 'on' && from ? from.stage.ticks : []
  return ticks.every(({ key }) => condition.ticksSet.includes(key)) ? null : 'ticks_missing'
}

const isFurther = (now: Stage, then: Stage) => (then.gate && !now.gate) || isFurtherOut(then.place, now.place)

/** Another version may ask fewer days of the stage, but not of the days that have begun. */
function shortens(now: Stage, then: Stage, condition: Condition): HardRefusal | null {
  return then.minDays < now.minDays && isInsideMinimum(now, condition) ? 'min_days' : null
}

const isInsideMinimum = ({ minDays }: Stage, { daysInStage, minDaysFactor }: Condition) =>
  daysInStage < minDaysAsked(minDays, minDaysFactor)

function redWindow(from: Footing | null, { stage }: Footing, way: Move['way']): number {
  if (way === 'back') return v1.restDays
  const leaves = from ? redBlockDays({ stage: from.stage, nextStage: stage }) : 0
  return Math.max(leaves, redBlockDays({ stage, nextStage: null }))
}
