import { and, eq, ne, or, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, liveEvent, visit } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { mostEvents, type LiveEvent } from '@/lib/domain/observation/live/event'
import type { KeptTaps } from '@/lib/domain/observation/live/schema'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { eventOf, tapsOf, visibleTaps } from './live-rows'

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
  const before = (await tapsOf(tx, viewer, subject.observationId)).map(eventOf)
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
  return (await tapsOf(tx, viewer, subject.observationId)).map(eventOf)
}
