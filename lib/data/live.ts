import { and, asc, eq, ne, or, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, liveEvent, session, visit } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { bodyLevel } from '@/lib/domain/observation/body'
import { mostEvents, type LiveEvent } from '@/lib/domain/observation/live/event'
import { observed } from '@/lib/domain/observation/live/observed'
import { heldToWhatWasSeen } from '@/lib/domain/observation/live/propose'
import type { FinishedObservation, KeptTaps } from '@/lib/domain/observation/live/schema'
import type { BodyLevel } from '@/lib/domain/observation/vocabulary'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { recordSession, type Recorded } from './session'

/** What was tapped at a visit is for those who work here; a household reads the session that came of it. */
const visibleTaps = (viewer: Viewer) =>
  and(eq(liveEvent.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

export type LiveObservation = {
  visitId: string
  animalId: string
  events: LiveEvent[]
  /** The level of the session that was written of it, or null while there is none. */
  loggedLevel: BodyLevel | null
}

/**
 * Keeps taps of one observation, in any order, from any device, any number of times, also after its session was
 * written: nothing that was tapped is lost. Answers with the ids that are kept now. Refuses those who do not
 * train, and more taps than an observation may have; a visit of another household, and an observation of
 * another animal or visit, are NotFound.
 */
export function keepTaps(
  viewer: Viewer,
  input: KeptTaps,
  now: Temporal.Instant,
): Promise<Result<{ kept: string[] }>> {
  return asViewer(viewer, async (tx) => {
    const subject = await subjectOf(tx, viewer, input)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    const events = await keep(tx, viewer, subject, input.events, now)
    return events ? done({ kept: events.map(({ id }) => id) }) : refused('errors.tooMany')
  })
}

/**
 * Ends an observation: keeps its last taps and writes its session, held to everything that was tapped on every
 * device: signs, red events and health signs stay in it, and its level is at least what the signs imply. Sent
 * again it answers the same. Where the session is refused, as without a plan, the taps are kept all the same.
 */
export function finishObservation(
  viewer: Viewer,
  input: FinishedObservation,
  now: Temporal.Instant,
): Promise<Result<Recorded>> {
  return asViewer(viewer, async (tx) => {
    const subject = await subjectOf(tx, viewer, input)
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    const events = await keep(tx, viewer, subject, input.events, now)
    if (!events) return refused('errors.tooMany')
    const seen = observed(events)
    if (!seen) return refused('session.nothingTapped')
    return recordSession(
      viewer,
      {
        ...heldToWhatWasSeen(input.session, seen),
        id: subject.observationId,
        animalId: subject.animalId,
        visitId: subject.visitId,
        startedAt: input.session.startedAt ?? begunAt(seen.startedAt, now),
      },
      now,
    )
  })
}

/** Every tap that was kept of one observation, oldest first, beside the level that was logged. */
export function liveObservation(viewer: Viewer, observationId: string): Promise<LiveObservation> {
  return asViewer(viewer, async (tx) => {
    const id = idFrom(observationId)
    const rows = await tx
      .select({ tapped: liveEvent, stress: session.stress, signs: session.signs })
      .from(liveEvent)
      .leftJoin(
        session,
        and(eq(session.practiceId, liveEvent.practiceId), eq(session.id, liveEvent.observationId)),
      )
      .where(and(visibleTaps(viewer), eq(liveEvent.observationId, id)))
      .orderBy(asc(liveEvent.at), asc(liveEvent.device), asc(liveEvent.counter), asc(liveEvent.id))
    const { tapped, stress, signs } = found(rows[0])
    return {
      visitId: tapped.visitId,
      animalId: tapped.animalId,
      events: rows.map((row) => eventOf(row.tapped)),
      loggedLevel: stress === null ? null : bodyLevel(stress as BodyLevel, signs ?? []),
    }
  })
}

/** A phone whose clock runs ahead began now, not later. */
function begunAt(startedAt: number, now: Temporal.Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.min(startedAt, now.epochMilliseconds)).toString()
}

type Subject = { observationId: string; visitId: string; animalId: string }

/** An animal of the household that is visited, and an observation that is not of another one. */
async function subjectOf(
  tx: Tx,
  viewer: Viewer,
  input: Pick<KeptTaps, 'observationId' | 'visitId' | 'animalId'>,
): Promise<Subject> {
  const observationId = idFrom(input.observationId)
  const [row] = await tx
    .select({
      visitId: visit.id,
      animalId: animal.id,
      others: sql<boolean>`exists (${tx
        .select({ id: liveEvent.id })
        .from(liveEvent)
        .where(
          and(
            visibleTaps(viewer),
            eq(liveEvent.observationId, observationId),
            or(ne(liveEvent.visitId, visit.id), ne(liveEvent.animalId, animal.id)),
          ),
        )})`,
    })
    .from(visit)
    .innerJoin(animal, and(eq(animal.practiceId, visit.practiceId), eq(animal.clientId, visit.clientId)))
    .where(
      and(
        eq(visit.practiceId, viewer.practiceId),
        viewer.kind === 'member' ? undefined : sql`false`,
        eq(visit.id, idFrom(input.visitId)),
        eq(animal.id, idFrom(input.animalId)),
      ),
    )
  const { others, ...subject } = found(row)
  found(others ? undefined : true)
  return { ...subject, observationId }
}

/** Writes what is new and answers with all that is there; null where that would be too much. */
async function keep(
  tx: Tx,
  viewer: MemberViewer,
  subject: Subject,
  events: readonly LiveEvent[],
  now: Temporal.Instant,
): Promise<LiveEvent[] | null> {
  const before = await keptOf(tx, viewer, subject)
  const known = new Set(before.map(({ id }) => id))
  const fresh = new Map(events.filter(({ id }) => !known.has(id)).map((event) => [event.id, event]))
  if (fresh.size === 0) return before
  if (before.length + fresh.size > mostEvents) return null
  await tx
    .insert(liveEvent)
    .values(
      [...fresh.values()].map(({ id, device, counter, at, ...tap }) => ({
        ...subject,
        practiceId: viewer.practiceId,
        ...{ id, device, counter, tap },
        at: Temporal.Instant.fromEpochMilliseconds(at),
        recordedBy: viewer.memberId,
        receivedAt: now,
      })),
    )
    .onConflictDoNothing()
  await audit(tx, viewer, 'keepTaps', 'observation', subject.observationId, { animalId: subject.animalId })
  return keptOf(tx, viewer, subject)
}

async function keptOf(tx: Tx, viewer: Viewer, { observationId }: Subject): Promise<LiveEvent[]> {
  const rows = await tx
    .select()
    .from(liveEvent)
    .where(and(visibleTaps(viewer), eq(liveEvent.observationId, observationId)))
  return rows.map(eventOf)
}

/** As it was made on the device. */
function eventOf(row: typeof liveEvent.$inferSelect): LiveEvent {
  const { id, device, counter, at, tap } = row
  return { ...tap, id, device, counter, at: at.epochMilliseconds }
}
