import { and, eq, inArray } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { plan, stageEntry } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { UndoEntry } from '@/lib/domain/plan/forms'
import { refuseMove } from '@/lib/domain/plan/refusals'
import { canUndo, undoing } from '@/lib/domain/plan/undo'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { conditionOf, footingOf } from '@/lib/domain/standing/condition'
import { trainedStage } from '@/lib/domain/standing/standing'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { assessmentsOf } from './assessment'
import { visiblePlans, writeMove, type Moved } from './plan-moves'

/**
 * Takes back the very latest change of a plan, by whoever made it, as a new row. What stood before it stands again,
 * unless `refuseMove` would not let it be entered today: a flag or a tick that ran out meanwhile holds an undo too.
 */
export function undoStageEntry(
  viewer: Viewer,
  { entryId }: UndoEntry,
  now: Temporal.Instant,
): Promise<Result<Moved>> {
  return asViewer(viewer, async (tx) => {
    const id = idFrom(entryId)
    const ofEntry = tx
      .select({ id: stageEntry.planId })
      .from(stageEntry)
      .where(and(eq(stageEntry.practiceId, viewer.practiceId), eq(stageEntry.id, id)))
    const [row] = await tx
      .select({ planId: plan.id, animalId: plan.animalId, endedAt: plan.endedAt })
      .from(plan)
      .where(and(visiblePlans(viewer), inArray(plan.id, ofEntry)))
      .for('update')
    const { planId, animalId, endedAt } = found(row)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    const standing = found((await assessmentsOf(viewer, [animalId], now, 'latest')).get(animalId))
    if (standing.planId !== planId)
      return refused(standing.status === 'completed' ? 'plan.cannotUndo' : 'plan.alreadyRunning')
    const entry = found(standing.entries.find((one) => one.id === id))
    if (!canUndo(entry, viewer.memberId, standing.entries)) return refused('plan.cannotUndo')

    const entries = standing.entries.slice(0, -1)
    const before = trainedStage({ ...standing, entries })
    const move = undoing(entry, footingOf(standing), { status: before.state.status, stage: before.stage })
    const refusal = refuseMove(move, conditionOf(standing))
    if (refusal) return refused(`readiness.refusal.${refusal}`)

    const { stageKey, protocolId, stageEnteredOn } = before.state
    const moved = await writeMove(tx, viewer, standing, {
      kind: 'undo',
      ...{ stageKey, protocolId, enteredOn: stageEnteredOn, undoes: id, at: now },
    })
    if (endedAt || entry.kind === 'change_version') {
      await tx
        .update(plan)
        .set({ endedAt: null, protocolId })
        .where(and(visiblePlans(viewer), eq(plan.id, planId)))
    }
    await audit(tx, viewer, 'undoStageEntry', 'plan', planId, { animalId, entryId: id })
    return done(moved)
  })
}
