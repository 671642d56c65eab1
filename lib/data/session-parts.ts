import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { animal, client, plan, protocol, session, visit } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { Versions } from '@/lib/domain/plan/versions'
import { NotFound } from '@/lib/domain/result/result'
import type { RecordedSession } from '@/lib/domain/session/schema'
import { found, idFrom } from './as-viewer'

// What recording a session reads and writes beside its own row.

const visibleAnimals = (viewer: Viewer) =>
  and(
    eq(animal.practiceId, viewer.practiceId),
    isNull(animal.archivedAt),
    viewer.kind === 'share' ? sql`false` : undefined,
    viewer.kind === 'guardian' ? inArray(animal.id, [...viewer.animalIds]) : undefined,
  )

const visibleSessions = (viewer: Viewer) =>
  and(
    eq(session.practiceId, viewer.practiceId),
    'animalIds' in viewer ? inArray(session.animalId, [...viewer.animalIds]) : undefined,
  )

/** Every protocol version the plan of this row has been under; a late session belongs to the one of its day. */
export const versionsOfPlan = sql<Versions | null>`(select json_object_agg(p.id, p.definition) from app.protocol p
  where p.practice_id = ${plan.practiceId} and p.id in (select x.protocol_id from app.stage_entry x
    where x.practice_id = ${plan.practiceId} and x.plan_id = ${plan.id}))`

/** The animal to be recorded, its home's zone and its running plan. */
export async function subjectOf(tx: Tx, viewer: Viewer, animalId: string) {
  const [row] = await tx
    .select({
      animalId: animal.id,
      clientId: animal.clientId,
      species: animal.species,
      zone: sql<string>`coalesce(${client.zone}, ${viewer.zone})`,
      planId: plan.id,
      definition: protocol.definition,
      versions: versionsOfPlan,
      entries: sql<unknown>`(select json_agg(x order by x.seq) from app.stage_entry x
        where x.practice_id = ${plan.practiceId} and x.plan_id = ${plan.id})`,
    })
    .from(animal)
    .leftJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
    .leftJoin(
      plan,
      and(eq(plan.practiceId, animal.practiceId), eq(plan.animalId, animal.id), isNull(plan.endedAt)),
    )
    .leftJoin(protocol, and(eq(protocol.practiceId, plan.practiceId), eq(protocol.id, plan.protocolId)))
    .where(and(visibleAnimals(viewer), eq(animal.id, animalId)))
  return row
}

export type Sent = {
  id: string
  animalId: string
  visitId: string | null
  stress: number
  signs: readonly string[]
  events: readonly string[]
  health: readonly string[]
}

/** A session of this id that is already there; one of another animal is not this viewer's business. */
export async function sentBefore(tx: Tx, viewer: Viewer, id: string, animalId: string): Promise<Sent | null> {
  const [row] = await tx
    .select({
      id: session.id,
      animalId: session.animalId,
      visitId: session.visitId,
      stress: session.stress,
      signs: session.signs,
      events: session.events,
      health: session.health,
    })
    .from(session)
    .where(and(visibleSessions(viewer), eq(session.id, idFrom(id))))
  if (row && row.animalId !== animalId) throw new NotFound()
  return row ?? null
}

/** The visit of a consultant's session: one of this household, or NotFound. Owners record between visits. */
export async function visitOf(tx: Tx, viewer: Viewer, visitId: string | undefined, clientId: string) {
  if (!visitId || viewer.kind !== 'member') return null
  const [row] = await tx
    .select({ id: visit.id })
    .from(visit)
    .where(
      and(
        eq(visit.practiceId, viewer.practiceId),
        eq(visit.id, idFrom(visitId)),
        eq(visit.clientId, clientId),
      ),
    )
  return found(row).id
}

/** The columns that are written as they were answered. */
export function answersOf(input: RecordedSession) {
  const { exercise, durationSec, stress, food, choice, recovery, ended, triggers, triggerDistance, place } =
    input
  const { events, health, ownerMood, note, noise, weather, temperatureC } = input
  return {
    exercise,
    durationSec,
    stress,
    food,
    choice,
    recovery,
    ended,
    triggers,
    triggerDistance,
    place,
    events,
    health,
    ownerMood,
    note,
    noise,
    weather,
    temperatureC,
    latencyApproachSec: input.latencyApproachSec,
    latencyEatSec: input.latencyEatSec,
    latencyStepSec: input.latencyStepSec,
    longestCalmSec: input.longestCalmSec,
    cssStart: input.cssStart,
    cssPeak: input.cssPeak,
    cssEnd: input.cssEnd,
  }
}
