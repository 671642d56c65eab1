import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { plan } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { refuseDecision, stageAfter } from '@/lib/domain/plan/decision'
import { refuseEnding } from '@/lib/domain/plan/ending'
import type { CompletePlan, DecisionForm, ResumePlan } from '@/lib/domain/plan/forms'
import { refuseMove } from '@/lib/domain/plan/refusals'
import { canReopen } from '@/lib/domain/plan/state'
import { restartStage, stageIndex, stageOf } from '@/lib/domain/protocol/stage'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { conditionOf, footingOf } from '@/lib/domain/standing/condition'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { dayInYear } from '@/lib/format/dates'
import { asViewer, audit, idFrom } from './as-viewer'
import { storeAssessment } from './assessment-store'
import { lockedStanding, visiblePlans, writeMove, type Moved } from './plan-moves'

/**
 * Takes one of the five decisions against an assessment made fresh while the plan is locked: of two at once the
 * second is refused. What `refuseMove` refuses holds with any reason; deciding otherwise than recommended, and a
 * pause, need one. Staying keeps the assessment and adds no entry.
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
    const { decision, reason, toStageKey } = input
    const { protocol, assessment, state, today, planId } = standing
    const to = stageAfter(protocol, state.stageKey, decision, toStageKey)
    if (decision === 'step_back' && to === null)
      return refused('errors.checkFields', { fields: { toStageKey: 'errors.notAnOption' } })
    const refusal = refuseDecision({
      decision,
      recommendation: assessment.recommendation,
      from: footingOf(standing),
      to,
      condition: conditionOf(standing, input.ticksSet),
      reason,
    })
    if (refusal) {
      const said = `readiness.refusal.${refusal}`
      return refused(said, refusal === 'reason_needed' ? { fields: { reason: said } } : {})
    }
    const pauseUntil =
      decision === 'pause' && input.pauseUntil ? Temporal.PlainDate.from(input.pauseUntil) : null
    if (pauseUntil && Temporal.PlainDate.compare(pauseUntil, today) <= 0)
      return refused('errors.checkFields', { fields: { pauseUntil: 'errors.inThePast' } })

    await audit(tx, viewer, 'takeDecision', 'plan', planId, {
      animalId,
      decision,
      recommended: assessment.recommendation,
    })
    if (decision === 'stay') {
      const assessmentId = await storeAssessment(tx, viewer, standing, {
        cause: input.noteId ? 'note' : 'decision',
        noteId: input.noteId,
        at: now,
      })
      return done({ planId, animalId, entryId: null, assessmentId })
    }
    const moved = await writeMove(tx, viewer, standing, {
      kind: decision,
      stageKey: to?.key ?? state.stageKey,
      reason,
      pauseUntil,
      ticksSet: input.ticksSet,
      noteId: input.noteId ?? null,
      at: now,
    })
    return done(moved)
  })
}

/**
 * Ends a pause, or reopens a plan whose indoor programme has come to its review: at the stage it stopped at or an
 * earlier one. Refuses before the review, and what `refuseMove` refuses of training again.
 */
export function resumePlan(viewer: Viewer, input: ResumePlan, now: Temporal.Instant): Promise<Result<Moved>> {
  return asViewer(viewer, async (tx) => {
    const animalId = idFrom(input.animalId)
    const standing = await lockedStanding(tx, viewer, animalId, now, input.seenEntryId)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    if (standing === 'changed') return refused('plan.changedMeanwhile')
    const { state } = standing
    if (state.status !== 'paused' && state.status !== 'enrichment') return refused('plan.notPaused')
    if (state.status === 'enrichment' && !canReopen(state, standing.today))
      return refused('plan.notBeforeReview', {
        values: { date: state.reviewOn ? dayInYear(state.reviewOn, viewer.zone) : '' },
      })
    const stage = whereToGoOn(standing, input.toStageKey)
    if (!stage) return refused('errors.checkFields', { fields: { toStageKey: 'errors.notAnOption' } })
    const move = { from: footingOf(standing), to: { status: 'active', stage }, way: 'again' } as const
    const refusal = refuseMove(move, conditionOf(standing))
    if (refusal) return refused(`readiness.refusal.${refusal}`)
    await audit(tx, viewer, 'resumePlan', 'plan', standing.planId, { animalId })
    return done(
      await writeMove(tx, viewer, standing, {
        kind: 'resume',
        stageKey: stage.key,
        reason: input.reason,
        at: now,
      }),
    )
  })
}

/** A pause ends where it began; the indoor programme at the stage asked for, no further than where it stopped. */
function whereToGoOn({ protocol, state }: AnimalStanding, asked: string | undefined) {
  if (state.status === 'paused') return stageOf(protocol, state.stageKey)
  if (asked === undefined) return restartStage(protocol, state.stageKey)
  const stage = stageOf(protocol, asked)
  return stage && stageIndex(protocol, asked) <= stageIndex(protocol, state.stageKey) ? stage : null
}

/** Ends a plan with one of its outcomes and own words; a new one may be started then. See `refuseEnding`. */
export function completePlan(
  viewer: Viewer,
  input: CompletePlan,
  now: Temporal.Instant,
): Promise<Result<Moved>> {
  return asViewer(viewer, async (tx) => {
    const animalId = idFrom(input.animalId)
    const standing = await lockedStanding(tx, viewer, animalId, now, input.seenEntryId)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    if (standing === 'changed') return refused('plan.changedMeanwhile')
    const { outcome, reason, ticksSet } = input
    const refusal = refuseEnding(outcome, footingOf(standing), conditionOf(standing, ticksSet))
    if (refusal)
      return refused(`readiness.refusal.${refusal}`, { fields: { outcome: `readiness.refusal.${refusal}` } })
    const moved = await writeMove(tx, viewer, standing, {
      kind: 'complete',
      ...{ outcome, reason, ticksSet, at: now },
    })
    await tx
      .update(plan)
      .set({ endedAt: now })
      .where(and(visiblePlans(viewer), eq(plan.id, standing.planId)))
    await audit(tx, viewer, 'completePlan', 'plan', standing.planId, { animalId, outcome })
    return done(moved)
  })
}
