import { and, desc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { plan, stageEntry } from '@/db/schema'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { footingOf } from '@/lib/domain/standing/condition'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { found } from './as-viewer'
import { assessmentsOf } from './assessment'
import { storeAssessment } from './assessment-store'

// What every verb that moves a plan does alike: look while the plan is locked, then write one row.

/** Plans of the animals this viewer may see. Only those who train move them, so only members are let in. */
export const visiblePlans = (viewer: Viewer): SQL | undefined =>
  and(eq(plan.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

export type Moved = { planId: string; animalId: string; entryId: string | null; assessmentId: string | null }

/** Where the animal stands, read after its plan was locked; `changed` where somebody moved it meanwhile. */
export async function lockedStanding(
  tx: Tx,
  viewer: Viewer,
  animalId: string,
  now: Temporal.Instant,
  seenEntryId?: string,
): Promise<AnimalStanding | 'changed'> {
  const running = and(visiblePlans(viewer), eq(plan.animalId, animalId), isNull(plan.endedAt))
  const [seen] = await tx
    .select({ entryId: stageEntry.id })
    .from(plan)
    .innerJoin(stageEntry, and(eq(stageEntry.practiceId, plan.practiceId), eq(stageEntry.planId, plan.id)))
    .where(and(running, eq(stageEntry.animalId, animalId)))
    .orderBy(desc(stageEntry.seq))
    .limit(1)
  const { entryId } = found(seen)
  await tx.select({ id: plan.id }).from(plan).where(running).for('update')
  const standing = (await assessmentsOf(viewer, [animalId], now)).get(animalId)
  const latest = standing?.entries.at(-1)?.id
  return !standing || latest !== entryId || (seenEntryId ?? latest) !== latest ? 'changed' : standing
}

type Row = typeof stageEntry.$inferInsert
type NewEntry = Partial<Row> & Pick<Row, 'kind'> & { at: Temporal.Instant }

/**
 * Keeps the assessment the change rests on and writes the change. What is not said stays as it is: the stage, the
 * protocol version, today as its day.
 */
export async function writeMove(
  tx: Tx,
  viewer: MemberViewer,
  standing: AnimalStanding,
  entry: NewEntry,
): Promise<Moved & { entryId: string }> {
  const { planId, animalId, state, today } = standing
  const { ticks } = footingOf(standing).stage
  const assessmentId = await storeAssessment(tx, viewer, standing, {
    cause: entry.noteId ? 'note' : 'decision',
    noteId: entry.noteId,
    at: entry.at,
  })
  const [row] = await tx
    .insert(stageEntry)
    .values({
      stageKey: state.stageKey,
      fromStageKey: state.stageKey,
      protocolId: state.protocolId,
      enteredOn: today,
      ...entry,
      ticksSet: ticks.flatMap(({ key }) => (entry.ticksSet?.includes(key) ? [key] : [])),
      practiceId: viewer.practiceId,
      planId,
      animalId,
      assessmentId,
      decidedBy: viewer.memberId,
    })
    .returning({ id: stageEntry.id })
  return { planId, animalId, assessmentId, entryId: found(row).id }
}
