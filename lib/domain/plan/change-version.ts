import type { Protocol, Stage } from '@/lib/domain/protocol/protocol'
import { isIntake, stageIndex, stageOf } from '@/lib/domain/protocol/stage'
import type { Footing, Move } from './refusals'

/**
 * Where a plan at `here` may stand under another version: at the same stage where its key is known there. Where it
 * is gone, at the nearest earlier trained stage that both know or before it, nearest first, and at nothing that the
 * older version has further on; without one, at the first trained stage. An intake that is gone is begun again.
 */
export function stagesUnder(now: Protocol, then: Protocol, here: string): readonly Stage[] {
  const kept = stageOf(then, here)
  if (kept) return [kept]
  const stage = stageOf(now, here)
  if (stage && isIntake(stage)) return then.stages.slice(0, 1)
  const before = now.stages.slice(0, stageIndex(now, here)).map(({ key }) => key)
  const trained = then.stages.filter((stage) => !isIntake(stage))
  const nearest = before.findLast((key) => trained.some((stage) => stage.key === key))
  if (nearest === undefined) return trained.slice(0, 1)
  const further = new Set(now.stages.slice(before.length).map(({ key }) => key))
  const upTo = trained.findIndex(({ key }) => key === nearest)
  return trained
    .slice(0, upTo + 1)
    .filter(({ key }) => !further.has(key))
    .toReversed()
}

/** What the move is to the hard refusals: a plan in its intake that would leave it by the move goes on. */
export const changingVersion = (from: Footing, stage: Stage): Move => ({
  from,
  to: { status: from.status, stage },
  way: isIntake(from.stage) && !isIntake(stage) ? 'on' : 'over',
})
