import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { liveEvent } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { LiveEvent } from '@/lib/domain/observation/live/event'
import { observed } from '@/lib/domain/observation/live/observed'
import { heldToWhatWasSeen } from '@/lib/domain/observation/live/propose'
import { NotFound } from '@/lib/domain/result/result'
import type { RecordedSession } from '@/lib/domain/session/schema'

/** What was tapped at a visit is for those who work here; a household reads the session that came of it. */
export const visibleTaps = (viewer: Viewer): SQL | undefined =>
  and(eq(liveEvent.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

/** Every tap that was kept of one observation, oldest first. */
export function tapsOf(tx: Tx, viewer: Viewer, observationId: string) {
  return tx
    .select()
    .from(liveEvent)
    .where(and(visibleTaps(viewer), eq(liveEvent.observationId, observationId)))
    .orderBy(asc(liveEvent.at), asc(liveEvent.device), asc(liveEvent.counter), asc(liveEvent.id))
}

/** The newest observation of each animal at a visit, of those that `which` is true of. */
export async function newestAt(tx: Tx, viewer: Viewer, visitId: string, which?: SQL) {
  const rows = await tx
    .select()
    .from(liveEvent)
    .where(and(visibleTaps(viewer), eq(liveEvent.visitId, visitId), which))
    .orderBy(asc(liveEvent.receivedAt), asc(liveEvent.at), asc(liveEvent.counter))
  const newest = new Map(rows.map(({ animalId, observationId }) => [animalId, observationId]))
  return new Map(
    [...newest].map(([animalId, observationId]) => [
      animalId,
      { observationId, events: rows.filter((row) => row.observationId === observationId).map(eventOf) },
    ]),
  )
}

/** As it was made on the device. */
export function eventOf(row: typeof liveEvent.$inferSelect): LiveEvent {
  const { id, device, counter, at, tap } = row
  return { ...tap, id, device, counter, at: at.epochMilliseconds }
}

/**
 * A session that is written under the id of an observation of this animal: held to everything that was tapped on
 * every device, at the visit where it was tapped. What was not tapped live is taken as it is; the id of another
 * animal's observation is NotFound.
 */
export async function heldToTaps(
  tx: Tx,
  viewer: Viewer,
  session: RecordedSession,
  now: Temporal.Instant,
): Promise<RecordedSession> {
  const taps = session.id && viewer.kind === 'member' ? await tapsOf(tx, viewer, session.id) : []
  const seen = observed(taps.map(eventOf))
  if (!taps[0] || !seen) return session
  if (taps[0].animalId !== session.animalId) throw new NotFound()
  const timed = session.startedAt ?? session.day ?? session.time
  return {
    ...heldToWhatWasSeen(session, seen),
    visitId: taps[0].visitId,
    startedAt: timed === undefined ? begunAt(seen.startedAt, now) : session.startedAt,
  }
}

/** A phone whose clock runs ahead began now, not later. */
function begunAt(startedAt: number, now: Temporal.Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.min(startedAt, now.epochMilliseconds)).toString()
}
