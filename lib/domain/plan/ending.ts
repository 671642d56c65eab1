import { refuseMove, type Condition, type Footing, type HardRefusal } from './refusals'
import type { Outcome } from './words'

/** Keys of `refusal` in the readiness catalogue. */
export type EndingRefusal = HardRefusal | 'needs_outdoors'

/**
 * Why a plan cannot end that way today, or null. Steady leash walks go on after the plan: they are an outcome of an
 * outdoor stage, left as if for a further one, with the safety list. The other outcomes are open from anywhere.
 */
export function refuseEnding(outcome: Outcome, from: Footing, condition: Condition): EndingRefusal | null {
  if (outcome !== 'leash_walks') return null
  if (from.status !== 'active' || from.stage.place !== 'outdoor') return 'needs_outdoors'
  return refuseMove(
    { from, to: { status: 'active', stage: { ...from.stage, gate: true } }, way: 'on' },
    condition,
  )
}
