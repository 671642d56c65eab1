import { and, eq } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { plan } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { changingVersion, stagesUnder } from '@/lib/domain/plan/change-version'
import type { ChangeVersion } from '@/lib/domain/plan/forms'
import { refuseMove } from '@/lib/domain/plan/refusals'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { conditionOf, footingOf } from '@/lib/domain/standing/condition'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { assessmentsOf } from './assessment'
import { lockedStanding, visiblePlans, writeMove, type Moved } from './plan-moves'
import { latestProtocols } from './plan-start'

export type OtherVersion = { id: string; protocol: Protocol }
export type VersionChoices = {
  standing: AnimalStanding
  /** The newest version of every protocol of the species that the plan is not under; its own protocol first. */
  others: readonly OtherVersion[]
}

/** What a running plan may be moved to. Members only; NotFound without a running plan. */
export function versionChoices(
  viewer: Viewer,
  animalId: string,
  now: Temporal.Instant,
): Promise<VersionChoices> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'member') throw new NotFound()
    const id = idFrom(animalId)
    const standing = found((await assessmentsOf(viewer, [id], now)).get(id))
    const { protocol, state, species } = standing
    const others = (await latestProtocols(tx, viewer, species))
      .filter((row) => row.id !== state.protocolId)
      .map((row): OtherVersion => ({ id: row.id, protocol: row.definition }))
    const isOwn = (other: OtherVersion) => Number(other.protocol.key !== protocol.key)
    return { standing, others: others.toSorted((a, b) => isOwn(a) - isOwn(b)) }
  })
}

/**
 * Moves a running plan to another published version, by whoever trains, with a written reason. The stage is kept by
 * its key, else chosen among `stagesUnder`; the days of a kept stage go on counting. Refuses in the indoor
 * programme, whose review stays as it was set, and what `refuseMove` refuses.
 */
export function changeVersion(
  viewer: Viewer,
  input: ChangeVersion,
  now: Temporal.Instant,
): Promise<Result<Moved>> {
  return asViewer(viewer, async (tx) => {
    const animalId = idFrom(input.animalId)
    const standing = await lockedStanding(tx, viewer, animalId, now, input.seenEntryId)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    if (standing === 'changed') return refused('plan.changedMeanwhile')
    const { state, protocol, planId, species } = standing
    if (state.status === 'enrichment') return refused('readiness.refusal.in_enrichment')
    const wish = input.protocolId.toLowerCase()
    const next = (await latestProtocols(tx, viewer, species)).find(({ id }) => id === wish)
    if (!next || next.id === state.protocolId)
      return refused('errors.checkFields', { fields: { protocolId: 'errors.notAnOption' } })
    const [nearest, ...more] = stagesUnder(protocol, next.definition, state.stageKey)
    const asked = input.toStageKey ?? nearest?.key
    const stage = [nearest, ...more].find((one) => one?.key === asked)
    if (!stage) return refused('errors.checkFields', { fields: { toStageKey: 'errors.notAnOption' } })
    const refusal = refuseMove(changingVersion(footingOf(standing), stage), conditionOf(standing))
    if (refusal) return refused(`readiness.refusal.${refusal}`)

    const moved = await writeMove(tx, viewer, standing, {
      kind: 'change_version',
      stageKey: stage.key,
      protocolId: next.id,
      fromProtocolId: state.protocolId,
      reason: input.reason,
      at: now,
    })
    await tx
      .update(plan)
      .set({ protocolId: next.id })
      .where(and(visiblePlans(viewer), eq(plan.id, planId)))
    await audit(tx, viewer, 'changeVersion', 'plan', planId, { animalId, protocolId: next.id })
    return done(moved)
  })
}
