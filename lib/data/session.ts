import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, plan, protocol, session } from '@/db/schema'
import { canLogSession, canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { bodyLevel } from '@/lib/domain/observation/body'
import type { BodyLevel, HealthSign, RedEvent } from '@/lib/domain/observation/vocabulary'
import { stageAmong } from '@/lib/domain/plan/versions'
import { stageOf } from '@/lib/domain/protocol/stage'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { whatToDoAtOnce, type AtOnce } from '@/lib/domain/session/at-once'
import {
  fieldsOfStage,
  isHealthSignOf,
  ownersLookBackDays,
  signsOf,
  stateOn,
  whenOf,
} from '@/lib/domain/session/recordable'
import type { SessionDetail, SessionRow } from '@/lib/domain/session/row'
import type { RecordedSession, VoidSession } from '@/lib/domain/session/schema'
import { kindOfRow } from '@/lib/domain/session/kind-of-row'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { assessmentsOf } from './assessment'
import { storeAssessment, type KeptFor } from './assessment-store'
import { tellOfFlag } from './flag-news'
import { heldToTaps } from './live-rows'
import { entriesOf } from './plan-rows'
import { shownTo } from './session-rows'
import { answersOf, sentBefore, subjectOf, versionsOfPlan, visitOf, type Sent } from './session-parts'
import { openVetFlags } from './vet-flag'

/** Sessions of the animals this viewer may see. */
const visibleSessions = (viewer: Viewer) =>
  and(
    eq(session.practiceId, viewer.practiceId),
    'animalIds' in viewer ? inArray(session.animalId, [...viewer.animalIds]) : undefined,
  )
export type Recorded = {
  sessionId: string
  animalId: string
  visitId: string | null
  /** A sentence of the session catalogue under `atOnce`, to be said before anything else. */
  safety: AtOnce | null
  standingAfter: AnimalStanding | null
}

/**
 * Writes one training session down, by a consultant or by the household. The id is made where it was recorded:
 * the same id again answers the same and writes nothing. Stage and day come from the plan and the home's zone;
 * owners may go back seven days. Under the id of a live observation it is held to what was tapped. Health signs
 * open vet flags. Refuses without a plan, ahead of now, before the plan began, and signs of another species;
 * another animal's id is NotFound.
 */
export function recordSession(
  viewer: Viewer,
  sent: RecordedSession,
  now: Temporal.Instant,
): Promise<Result<Recorded>> {
  return asViewer(viewer, async (tx) => {
    const subject = found(await subjectOf(tx, viewer, idFrom(sent.animalId)))
    const who = recorder(viewer)
    if (!who || !canLogSession(viewer)) return refused('errors.notAllowed')
    const again = sent.id ? await sentBefore(tx, viewer, sent.id, subject.animalId) : null
    if (again) return done(await answer(viewer, again, now))
    if (!subject.planId || !subject.definition) return refused('session.noPlan')
    const input = await heldToTaps(tx, viewer, sent, now)

    const when = whenOf(input, subject.zone, now, viewer.kind === 'guardian' ? ownersLookBackDays : null)
    if (typeof when === 'string') {
      const reason = when === 'tooLongAgo' ? 'session.tooLongAgo' : `errors.${when}`
      return refused('errors.checkFields', { fields: { day: reason } })
    }
    const state = stateOn(entriesOf(subject.entries), when.day, subject.definition.alternative)
    if (!state) return refused('session.beforePlan', { fields: { day: 'session.beforePlan' } })
    const signs = signsOf(subject.species, [...input.signs, ...input.goodSigns])
    if (!signs) return refused('errors.checkFields', { fields: { signs: 'errors.notAnOption' } })
    if (!input.health.every((sign) => isHealthSignOf(subject.species, sign)))
      return refused('errors.checkFields', { fields: { health: 'errors.notAnOption' } })
    const visitId = await visitOf(tx, viewer, input.visitId, subject.clientId)
    const inProgramme = state.status === 'enrichment'
    const definition = subject.versions?.[state.protocolId] ?? subject.definition
    const stage = inProgramme ? null : stageOf(definition, state.stageKey)

    const [row] = await tx
      .insert(session)
      .values({
        ...answersOf(input),
        ...signs,
        ...fieldsOfStage(input, stage),
        ...(input.id ? { id: input.id } : {}),
        practiceId: viewer.practiceId,
        animalId: subject.animalId,
        planId: subject.planId,
        stageKey: inProgramme ? definition.alternative.key : state.stageKey,
        visitId,
        source: viewer.kind === 'guardian' ? 'owner' : 'consultant',
        recordedBy: who.id,
        recordedByName: who.name,
        day: when.day,
        startedAt: when.startedAt,
        zone: subject.zone,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: session.id })
    if (!row) {
      const meanwhile = input.id ? await sentBefore(tx, viewer, input.id, subject.animalId) : null
      if (!meanwhile) throw new NotFound()
      return done(await answer(viewer, meanwhile, now))
    }
    const seen = { animalId: subject.animalId, sessionId: row.id, signs: input.health }
    await openVetFlags(tx, viewer, seen, now)
    await audit(tx, viewer, 'recordSession', 'session', row.id, { animalId: subject.animalId })
    const recorded = await answer(
      viewer,
      { ...input, id: row.id, animalId: subject.animalId, visitId, stress: input.stress },
      now,
    )
    await tellOfFlag(tx, viewer, { ...recorded, clientId: subject.clientId }, now)
    await keepAssessment(tx, viewer, recorded.standingAfter, { cause: 'log', at: now, sessionId: row.id })
    return done(recorded)
  })
}

/**
 * Takes a session out of every count, with a reason; it stays readable. Those who train may void any, a
 * household its own. What it opened, like a vet flag, stays open: a person closes that.
 */
export function voidSession(
  viewer: Viewer,
  { sessionId, reason }: VoidSession,
  now: Temporal.Instant,
): Promise<Result<{ animalId: string; sessionId: string }>> {
  return asViewer(viewer, async (tx) => {
    const id = idFrom(sessionId)
    const [row] = await tx
      .select({ animalId: session.animalId, source: session.source, voidedAt: session.voidedAt })
      .from(session)
      .where(
        and(visibleSessions(viewer), viewer.kind === 'share' ? sql`false` : undefined, eq(session.id, id)),
      )
      .for('update')
    const { animalId, source, voidedAt } = found(row)
    const who = recorder(viewer)
    if (!who || (viewer.kind === 'guardian' ? source === 'consultant' : !canTrain(viewer)))
      return refused('errors.notAllowed')
    if (voidedAt) return refused('session.alreadyVoided')
    if (reason.trim() === '') return refused('errors.checkFields', { fields: { reason: 'errors.required' } })
    await tx
      .update(session)
      .set({ voidedAt: now, voidedBy: who.id, voidReason: reason })
      .where(and(visibleSessions(viewer), eq(session.id, id)))
    await audit(tx, viewer, 'voidSession', 'session', id, { animalId })
    const standing = (await assessmentsOf(viewer, [animalId], now)).get(animalId)
    await keepAssessment(tx, viewer, standing, { cause: 'void', at: now, sessionId: id })
    return done({ animalId, sessionId: id })
  })
}

/** Without a running plan there is nothing to keep. */
async function keepAssessment(
  tx: Tx,
  viewer: Viewer,
  standing: AnimalStanding | null | undefined,
  why: KeptFor,
) {
  if (standing) await storeAssessment(tx, viewer, standing, why)
}

/** Who writes: a member that trains by member id, a household's person by contact id. */
function recorder(viewer: Viewer): { id: string; name: string } | null {
  if (viewer.kind === 'guardian') return { id: viewer.contactId, name: viewer.name }
  return canTrain(viewer) ? { id: viewer.memberId, name: viewer.name } : null
}

async function answer(viewer: Viewer, sent: Sent, now: Temporal.Instant): Promise<Recorded> {
  const standing = (await assessmentsOf(viewer, [sent.animalId], now)).get(sent.animalId)
  return {
    sessionId: sent.id,
    animalId: sent.animalId,
    visitId: sent.visitId,
    safety: whatToDoAtOnce({
      level: bodyLevel(sent.stress as BodyLevel, sent.signs),
      events: sent.events as RedEvent[],
      health: sent.health as HealthSign[],
    }),
    standingAfter: standing ?? null,
  }
}

/** The latest sessions of one animal, newest first. A share link reads neither voided ones nor words and names. */
export function sessionsOf(viewer: Viewer, animalId: string, limit = 40): Promise<SessionRow[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx
      .select()
      .from(session)
      .where(
        and(
          visibleSessions(viewer),
          eq(session.animalId, idFrom(animalId)),
          viewer.kind === 'share' ? isNull(session.voidedAt) : undefined,
        ),
      )
      .orderBy(desc(session.day), desc(session.seq))
      .limit(Math.min(Math.max(1, limit), 500))
    return rows.map((row) => shownTo(viewer, row))
  })
}

/** One session with its stage's name and its kind under that stage's rules. NotFound where it is not theirs. */
export function sessionOf(viewer: Viewer, sessionId: string): Promise<SessionDetail> {
  return asViewer(viewer, async (tx) => {
    const [joined] = await tx
      .select({
        session,
        name: animal.name,
        species: animal.species,
        definition: protocol.definition,
        versions: versionsOfPlan,
      })
      .from(session)
      .innerJoin(animal, and(eq(animal.practiceId, session.practiceId), eq(animal.id, session.animalId)))
      .innerJoin(plan, and(eq(plan.practiceId, session.practiceId), eq(plan.id, session.planId)))
      .innerJoin(protocol, and(eq(protocol.practiceId, plan.practiceId), eq(protocol.id, plan.protocolId)))
      .where(
        and(
          visibleSessions(viewer),
          eq(session.id, idFrom(sessionId)),
          viewer.kind === 'share' ? isNull(session.voidedAt) : undefined,
        ),
      )
    const { session: row, name, species, definition, versions } = found(joined)
    const stage = stageAmong(definition, versions ?? {}, row.stageKey)
    const mine = viewer.kind === 'guardian' && row.source !== 'consultant'
    return {
      ...shownTo(viewer, row),
      animalName: name,
      species,
      stageName: stage?.name ?? definition.alternative.name,
      kind: kindOfRow(row, stage),
      mayVoid: row.voidedAt === null && (mine || canTrain(viewer)),
    }
  })
}
