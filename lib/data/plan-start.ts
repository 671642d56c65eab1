import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, plan, protocol, stageEntry } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { StartPlanForm } from '@/lib/domain/plan/forms'
import { refuseStart } from '@/lib/domain/plan/start'
import { isShipped } from '@/lib/domain/protocol/library'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { stageIndex, stageOf } from '@/lib/domain/protocol/stage'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { safetyOf } from './safety'

/** Animals a plan may be started for: those of the practice that live with a client now. */
const visibleAnimals = (viewer: Viewer) =>
  and(
    eq(animal.practiceId, viewer.practiceId),
    isNull(animal.archivedAt),
    viewer.kind === 'member' ? undefined : sql`false`,
  )

export type PlanChoices = {
  animalId: string
  animalName: string
  species: Species
  coat: string
  /** The latest version of each protocol for this species. */
  protocols: Protocol[]
  running: boolean
}

/** What a plan for this animal can be started from. */
export function planChoices(viewer: Viewer, animalId: string): Promise<PlanChoices> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        animalId: animal.id,
        animalName: animal.name,
        species: animal.species,
        coat: animal.coat,
        running: sql<boolean>`${plan.id} is not null`,
      })
      .from(animal)
      .leftJoin(
        plan,
        and(eq(plan.practiceId, animal.practiceId), eq(plan.animalId, animal.id), isNull(plan.endedAt)),
      )
      .where(and(visibleAnimals(viewer), eq(animal.id, idFrom(animalId))))
    const subject = found(row)
    const protocols = await latestProtocols(tx, viewer, subject.species)
    return { ...subject, protocols: protocols.map(({ definition }) => definition).sort(shippedFirst) }
  })
}

/**
 * Starts a plan: the protocol's latest version, pinned; the goal in the owner's words. A later stage than the
 * intake needs a reason, and one at the door a complete safety list. Refuses while another plan runs.
 */
export function startPlan(
  viewer: Viewer,
  input: StartPlanForm,
  now: Temporal.Instant,
): Promise<Result<{ planId: string; animalId: string }>> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ animalId: animal.id, species: animal.species, zone: client.zone })
      .from(animal)
      .innerJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
      .where(and(visibleAnimals(viewer), eq(animal.id, idFrom(input.animalId))))
    const { animalId, species, zone } = found(row)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    const today = dayOf(now, zone)
    const chosen = (await latestProtocols(tx, viewer, species)).find(({ key }) => key === input.protocolKey)
    if (!chosen) return refused('errors.checkFields', { fields: { protocolKey: 'errors.notAnOption' } })
    const refusal =
      refuseStart(chosen.definition, input) ??
      (await refusedBySafety(viewer, chosen.definition, input, animalId, now))
    if (refusal) return refused('errors.checkFields', { fields: { [refusal.field]: refusal.message } })

    const [started] = await tx
      .insert(plan)
      .values({
        practiceId: viewer.practiceId,
        animalId,
        protocolId: chosen.id,
        goal: input.goal,
        goalRisk: input.goalRisk,
        minDaysFactor: input.minDaysFactor,
        startedBy: viewer.memberId,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: plan.id })
    if (!started) return refused('plan.alreadyRunning')
    await tx.insert(stageEntry).values({
      practiceId: viewer.practiceId,
      planId: started.id,
      animalId,
      kind: 'start',
      stageKey: input.stageKey,
      protocolId: chosen.id,
      enteredOn: today,
      reason: input.lateStartReason,
      decidedBy: viewer.memberId,
      at: now,
    })
    await audit(tx, viewer, 'startPlan', 'plan', started.id, { animalId, protocol: chosen.key })
    return done({ planId: started.id, animalId })
  })
}

/** What no reason can buy when a plan starts further on: an open vet flag, an incomplete safety list. */
async function refusedBySafety(
  viewer: Viewer,
  definition: Protocol,
  { stageKey }: StartPlanForm,
  animalId: string,
  now: Temporal.Instant,
) {
  const stage = stageOf(definition, stageKey)
  if (!stage || stageIndex(definition, stageKey) === 0) return null
  const { ok, missing } = await safetyOf(viewer, animalId, now)
  const field = 'stageKey'
  if (missing.includes('no_vet_flag')) return { field, message: 'readiness.refusal.open_vet' }
  return stage.gate && !ok ? { field, message: 'readiness.refusal.safety_list' } : null
}

const shippedFirst = (a: Protocol, b: Protocol) =>
  Number(isShipped(b.key)) - Number(isShipped(a.key)) || a.name.localeCompare(b.name, 'en')

async function latestProtocols(tx: Tx, viewer: Viewer, species: Species) {
  return tx
    .selectDistinctOn([protocol.key], {
      id: protocol.id,
      key: protocol.key,
      definition: protocol.definition,
    })
    .from(protocol)
    .where(and(eq(protocol.practiceId, viewer.practiceId), eq(protocol.species, species)))
    .orderBy(protocol.key, desc(protocol.version))
}
