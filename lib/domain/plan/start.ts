import { z } from 'zod'
import { numberBetween, requiredOptionOf, shortText } from '@/lib/domain/form/fields'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { stageIndex, stageOf } from '@/lib/domain/protocol/stage'
import { refuseMove, type Condition, type Footing, type HardRefusal } from './refusals'
import { goalRisks } from './words'

const key = z.string('required').trim().min(1, 'required').max(40, 'tooLong')

/** What starts a plan: the owner's goal in one sentence, how risky its place is, where to begin, how slowly. */
export const startPlanSchema = z.object({
  protocolKey: key,
  goal: z.string('required').trim().min(1, 'required').max(300, 'tooLong'),
  goalRisk: requiredOptionOf(goalRisks),
  stageKey: key,
  lateStartReason: shortText,
  /** 1-2: stretches the minimum days for animals known to be fearful. */
  minDaysFactor: numberBetween(1, 2).transform((factor) => factor ?? 1),
})
export type StartPlan = z.output<typeof startPlanSchema>

/** The field and message that stop a start in this protocol, or null: later than the first stage needs why. */
export function refuseStart(
  protocol: Protocol,
  start: Pick<StartPlan, 'stageKey' | 'lateStartReason'>,
): { field: 'stageKey' | 'lateStartReason'; message: 'notAnOption' | 'required' } | null {
  const index = stageIndex(protocol, start.stageKey)
  if (index < 0) return { field: 'stageKey', message: 'notAnOption' }
  if (index > 0 && start.lateStartReason === '') return { field: 'lateStartReason', message: 'required' }
  return null
}

/** `startPlanSchema` against one protocol: a later stage needs a reason. */
export function startPlanSchemaFor(protocol: Protocol) {
  return startPlanSchema.superRefine((start, context) => {
    const refusal = refuseStart(protocol, start)
    if (refusal) context.addIssue({ code: 'custom', message: refusal.message, path: [refusal.field] })
  })
}

/** How the last plan ended, and under which protocol. */
export type LastPlan = Footing & { protocol: Protocol }

/**
 * What no reason can buy when a plan begins at that stage. Further on than the animal's last plan ended, as either
 * protocol has it, it is an advance from there; the ticks of a stage are asked where it is left, which the reason
 * for a late start stands for.
 */
export function refuseStartAt(
  protocol: Protocol,
  stageKey: string,
  last: LastPlan | null,
  condition: Omit<Condition, 'ticksSet'>,
): HardRefusal | null {
  const stage = stageOf(protocol, stageKey)
  if (!stage) return null
  const to: Footing = { status: 'active', stage }
  if (!last || ![protocol, last.protocol].some((known) => isFurtherOn(known, last.stage.key, stageKey)))
    return refuseMove({ from: null, to, way: 'again' }, { ...condition, ticksSet: [] })
  const ticksSet = last.stage.ticks.map(({ key }) => key)
  return refuseMove({ from: last, to, way: 'on' }, { ...condition, ticksSet })
}

const isFurtherOn = (protocol: Protocol, from: string, to: string): boolean =>
  stageIndex(protocol, from) >= 0 && stageIndex(protocol, to) > stageIndex(protocol, from)
