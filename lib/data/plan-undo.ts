import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { plan, stageEntry } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { UndoEntry } from '@/lib/domain/plan/forms'
import { planState } from '@/lib/domain/plan/state'
import { canUndo } from '@/lib/domain/plan/undo'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { asViewer, audit, found, idFrom } from './as-viewer'
import type { Moved } from './plan'

/** Plans that members of the practice may change; ended ones too, since an ending can be taken back. */
const visiblePlans = (viewer: Viewer) =>
  and(eq(plan.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

/** Takes back the very latest change of a plan, by whoever made it, as a new row. */
export function undoStageEntry(
  viewer: Viewer,
  { entryId }: UndoEntry,
  now: Temporal.Instant,
): Promise<Result<Moved>> {
  return asViewer(viewer, async (tx) => {
    const id = idFrom(entryId)
    const [row] = await tx
      .select({ planId: plan.id, animalId: plan.animalId })
      .from(plan)
      .where(
        and(
          visiblePlans(viewer),
          inArray(
            plan.id,
            tx
              .select({ id: stageEntry.planId })
              .from(stageEntry)
              .where(and(eq(stageEntry.practiceId, viewer.practiceId), eq(stageEntry.id, id))),
          ),
        ),
      )
      .for('update')
    const { planId, animalId } = found(row)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    const rows = await tx
      .select()
      .from(stageEntry)
      .where(and(eq(stageEntry.practiceId, viewer.practiceId), eq(stageEntry.planId, planId)))
      .orderBy(stageEntry.seq)
    const entry = found(rows.find((one) => one.id === id))
    if (!canUndo(entry, viewer.memberId, rows)) return refused('plan.cannotUndo')
    if (entry.kind === 'complete' && (await otherPlanRuns(tx, viewer, animalId)))
      return refused('plan.alreadyRunning')
    const before = planState(rows.slice(0, -1), { reviewDays: 0 })
    const [undo] = await tx
      .insert(stageEntry)
      .values({
        practiceId: viewer.practiceId,
        planId,
        animalId,
        kind: 'undo',
        stageKey: before.stageKey,
        fromStageKey: entry.stageKey,
        protocolId: before.protocolId,
        enteredOn: before.stageEnteredOn,
        undoes: id,
        decidedBy: viewer.memberId,
        at: now,
      })
      .returning({ id: stageEntry.id })
    if (entry.kind === 'complete')
      await tx
        .update(plan)
        .set({ endedAt: null })
        .where(and(visiblePlans(viewer), eq(plan.id, planId)))
    await audit(tx, viewer, 'undoStageEntry', 'plan', planId, { animalId, entryId: id })
    return done({ planId, animalId, entryId: found(undo).id, assessmentId: null })
  })
}

async function otherPlanRuns(tx: Tx, viewer: Viewer, animalId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: plan.id })
    .from(plan)
    .where(and(visiblePlans(viewer), eq(plan.animalId, animalId), isNull(plan.endedAt)))
  return rows.length > 0
}
