import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { plan, stageEntry } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { refuseDecision } from '@/lib/domain/plan/decision'
import type { CompletePlan, DecisionForm, ResumePlan } from '@/lib/domain/plan/forms'
import { canReopen } from '@/lib/domain/plan/state'
import {
  isIntake,
  nextStage,
  restartStage,
  stageIndex,
  stageOf,
  stepBackStage,
} from '@/lib/domain/protocol/stage'
import { done, refused, type Result } from '@/lib/domain/result/result'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { dayInYear } from '@/lib/format/dates'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { assessmentsOf } from './assessment'
import { storeAssessment } from './assessment-store'

/** Plans of the animals this viewer may see. Only those who train move them, so only members are let in. */
const visiblePlans = (viewer: Viewer) =>
  and(eq(plan.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

export type Moved = { planId: string; animalId: string; entryId: string | null; assessmentId: string | null }

/**
 * Takes one of the five decisions against an assessment made fresh while the plan is locked: of two at once the
 * second is refused. Hard refusals (minimum days, red-flag window, vet flag, safety list, ticks) hold with any
 * reason; deciding otherwise than recommended needs one. Staying keeps the assessment and adds no entry.
 */
export function takeDecision(
  viewer: Viewer,
  input: DecisionForm,
  now: Temporal.Instant,
): Promise<Result<Moved>> {
  return asViewer(viewer, async (tx) => {
    const animalId = idFrom(input.animalId)
    const standing = await lockedStanding(tx, viewer, animalId, now, input.seenEntryId)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    if (standing === 'changed') return refused('plan.changedMeanwhile')
    const { protocol, assessment, state, today } = standing
    const { stage } = standing.input
    const here = found(stageOf(protocol, stage.key) ?? undefined)
    const refusal = refuseDecision({
      decision: input.decision,
      assessment,
      planState: state,
      stage: here,
      nextStage: nextStage(protocol, here.key),
      ticksSet: input.ticksSet,
      gate: standing.input.gate,
      openVet: standing.input.openVet,
      reason: input.reason,
    })
    if (refusal) {
      const reason = `readiness.refusal.${refusal}`
      return refused(reason, refusal === 'reason_needed' ? { fields: { reason } } : {})
    }
    if (state.status === 'enrichment' && input.decision !== 'stay')
      return refused('readiness.refusal.in_enrichment')
    const target = targetOf(standing, input)
    if ('refusal' in target) return refused('errors.checkFields', { fields: target.refusal })

    const assessmentId = await storeAssessment(tx, viewer, standing, {
      cause: input.noteId ? 'note' : 'decision',
      noteId: input.noteId,
      at: now,
    })
    let entryId: string | null = null
    if (input.decision !== 'stay') {
      entryId = await addEntry(tx, viewer, standing, {
        kind: input.decision,
        stageKey: target.stageKey,
        fromStageKey: here.key,
        enteredOn: today,
        reason: input.reason,
        pauseUntil: target.pauseUntil,
        ticksSet: here.ticks.flatMap(({ key }) => (input.ticksSet.includes(key) ? [key] : [])),
        assessmentId,
        noteId: input.noteId ?? null,
        at: now,
      })
    }
    await audit(tx, viewer, 'takeDecision', 'plan', standing.planId, {
      animalId,
      decision: input.decision,
      recommended: assessment.recommendation,
    })
    return done({ planId: standing.planId, animalId, entryId, assessmentId })
  })
}

/**
 * Ends a pause, or reopens a plan whose indoor programme has come to its review: at the stage it stopped at or
 * an earlier one. Refuses before the review, and a stage at the door while the safety list or a vet flag is open.
 */
export function resumePlan(viewer: Viewer, input: ResumePlan, now: Temporal.Instant): Promise<Result<Moved>> {
  return asViewer(viewer, async (tx) => {
    const animalId = idFrom(input.animalId)
    const standing = await lockedStanding(tx, viewer, animalId, now)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    if (standing === 'changed') return refused('plan.changedMeanwhile')
    const { state, protocol, today } = standing
    if (state.status !== 'paused' && state.status !== 'enrichment') return refused('plan.notPaused')
    const reopens = state.status === 'enrichment'
    if (reopens && !canReopen(state, today))
      return refused('plan.notBeforeReview', {
        values: { date: state.reviewOn ? dayInYear(state.reviewOn, viewer.zone) : '' },
      })
    const toStageKey = reopens
      ? (input.toStageKey ?? restartStage(protocol, state.stageKey)?.key ?? state.stageKey)
      : state.stageKey
    const stage = stageOf(protocol, toStageKey)
    if (!stage || stageIndex(protocol, toStageKey) > stageIndex(protocol, state.stageKey))
      return refused('errors.checkFields', { fields: { toStageKey: 'errors.notAnOption' } })
    if (reopens && standing.input.openVet.length > 0) return refused('readiness.refusal.open_vet')
    if (reopens && stage.gate && !standing.input.gate.ok) return refused('readiness.refusal.safety_list')
    const entryId = await addEntry(tx, viewer, standing, {
      kind: 'resume',
      stageKey: stage.key,
      fromStageKey: state.stageKey,
      enteredOn: today,
      reason: input.reason,
      at: now,
    })
    await audit(tx, viewer, 'resumePlan', 'plan', standing.planId, { animalId })
    return done({ planId: standing.planId, animalId, entryId, assessmentId: null })
  })
}

/** Ends a plan for good, with the reason; a new one may be started then. */
export function completePlan(
  viewer: Viewer,
  input: CompletePlan,
  now: Temporal.Instant,
): Promise<Result<Moved>> {
  return asViewer(viewer, async (tx) => {
    const animalId = idFrom(input.animalId)
    const standing = await lockedStanding(tx, viewer, animalId, now)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    if (standing === 'changed') return refused('plan.changedMeanwhile')
    const assessmentId = await storeAssessment(tx, viewer, standing, { cause: 'decision', at: now })
    const entryId = await addEntry(tx, viewer, standing, {
      kind: 'complete',
      stageKey: standing.state.stageKey,
      fromStageKey: standing.state.stageKey,
      enteredOn: standing.today,
      reason: input.reason,
      assessmentId,
      at: now,
    })
    await tx
      .update(plan)
      .set({ endedAt: now })
      .where(and(visiblePlans(viewer), eq(plan.id, standing.planId)))
    await audit(tx, viewer, 'completePlan', 'plan', standing.planId, { animalId })
    return done({ planId: standing.planId, animalId, entryId, assessmentId })
  })
}

/** Where the animal stands, read after its plan was locked; `changed` where somebody moved it meanwhile. */
async function lockedStanding(
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
    .where(running)
    .orderBy(desc(stageEntry.seq))
    .limit(1)
  const { entryId } = found(seen)
  await tx.select({ id: plan.id }).from(plan).where(running).for('update')
  const standing = (await assessmentsOf(viewer, [animalId], now)).get(animalId)
  const latest = standing?.entries.at(-1)?.id
  return !standing || latest !== entryId || (seenEntryId ?? latest) !== latest ? 'changed' : standing
}

type NewEntry = Omit<
  typeof stageEntry.$inferInsert,
  'practiceId' | 'planId' | 'animalId' | 'protocolId' | 'decidedBy' | 'id'
>

async function addEntry(
  tx: Tx,
  viewer: MemberViewer,
  { planId, animalId, state }: Pick<AnimalStanding, 'planId' | 'animalId' | 'state'>,
  entry: NewEntry,
): Promise<string> {
  const [row] = await tx
    .insert(stageEntry)
    .values({
      protocolId: state.protocolId,
      ...entry,
      practiceId: viewer.practiceId,
      planId,
      animalId,
      decidedBy: viewer.memberId,
    })
    .returning({ id: stageEntry.id })
  return found(row).id
}

/** The stage a decision leads to, or what is wrong with the fields that say so. */
function targetOf(
  { protocol, state, today }: AnimalStanding,
  { decision, toStageKey, pauseUntil }: DecisionForm,
): { stageKey: string; pauseUntil: Temporal.PlainDate | null } | { refusal: Record<string, string> } {
  const here = state.stageKey
  if (decision === 'pause' && pauseUntil) {
    const until = Temporal.PlainDate.from(pauseUntil)
    return Temporal.PlainDate.compare(until, today) <= 0
      ? { refusal: { pauseUntil: 'errors.inThePast' } }
      : { stageKey: here, pauseUntil: until }
  }
  if (decision === 'advance') return { stageKey: nextStage(protocol, here)?.key ?? here, pauseUntil: null }
  if (decision !== 'step_back') return { stageKey: here, pauseUntil: null }
  const usual = stepBackStage(protocol, here)
  const asked = toStageKey === undefined ? usual : stageOf(protocol, toStageKey)
  const tooFar = !asked || stageIndex(protocol, asked.key) > stageIndex(protocol, here)
  return tooFar || (isIntake(asked) && asked.key !== here)
    ? { refusal: { toStageKey: 'errors.notAnOption' } }
    : { stageKey: asked.key, pauseUntil: null }
}
