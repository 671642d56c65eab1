import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, plan, protocol, stageEntry } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { StartPlanForm } from '@/lib/domain/plan/forms'
import { refuseStart, refuseStartAt } from '@/lib/domain/plan/start'
import { isShipped } from '@/lib/domain/protocol/library'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { conditionOf, footingOf } from '@/lib/domain/standing/condition'
import { dayOf } from '@/lib/domain/time/time'
import { dayInYear } from '@/lib/format/dates'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { assessmentsOf } from './assessment'
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
 * intake needs a reason, and what `refuseStartAt` refuses holds all the same. Refuses while another plan runs, and
 * before the review of an indoor programme in which the last one ended.
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
    const refusal = refuseStart(chosen.definition, input)
    if (refusal) return refused('errors.checkFields', { fields: { [refusal.field]: refusal.message } })
    const last = (await assessmentsOf(viewer, [animalId], now, 'latest')).get(animalId) ?? null
    if (last?.state.reviewOn && Temporal.PlainDate.compare(today, last.state.reviewOn) < 0)
      return refused('plan.notBeforeReview', {
        values: { date: dayInYear(last.state.reviewOn, viewer.zone) },
      })
    const condition = last ? conditionOf(last) : await untrained(viewer, animalId, now)
    const held = refuseStartAt(
      chosen.definition,
      input.stageKey,
      last && { ...footingOf(last), protocol: last.protocol },
      {
        ...condition,
        minDaysFactor: Math.max(condition.minDaysFactor, input.minDaysFactor),
      },
    )
    if (held) return refused('errors.checkFields', { fields: { stageKey: `readiness.refusal.${held}` } })

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

/** An animal whose first plan this is: no day in a stage and no red flag, but a safety list and vet flags. */
async function untrained(viewer: Viewer, animalId: string, now: Temporal.Instant) {
  const gate = await safetyOf(viewer, animalId, now)
  const openVet = gate.missing.filter((key) => key === 'no_vet_flag')
  return { openVet, gate, lastRedAge: null, daysInStage: 0, minDaysFactor: 1 }
}

const shippedFirst = (a: Protocol, b: Protocol) =>
  Number(isShipped(b.key)) - Number(isShipped(a.key)) || a.name.localeCompare(b.name, 'en')

/** The newest published version of every protocol for a species. */
export async function latestProtocols(tx: Tx, viewer: Viewer, species: Species) {
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
