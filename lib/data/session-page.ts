import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, session, visit } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { LiveEvent } from '@/lib/domain/observation/live/event'
import type { HealthSign, RedEvent, Species } from '@/lib/domain/observation/vocabulary'
import { NotFound } from '@/lib/domain/result/result'
import { whatToDoAtOnce, type AtOnce } from '@/lib/domain/session/at-once'
import type { SessionDetail } from '@/lib/domain/session/row'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { asViewer, found, idFrom } from './as-viewer'
import { assessmentsOf } from './assessment'
import { eventOf, tapsOf } from './live-rows'
import { sessionOf } from './session'

/** Where members of the practice record. */
const visibleAnimals = (viewer: Viewer) =>
  and(eq(animal.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

export type SessionPage = {
  session: SessionDetail
  standing: AnimalStanding | null
  atOnce: AtOnce | null
  /** What was tapped while it was watched live, oldest first; empty where it was written down afterwards. */
  taps: LiveEvent[]
}

/** One session, what it asks for at once, and where the animal stands with it. */
export function sessionPage(
  viewer: Viewer,
  ids: { animalId: string; sessionId: string },
  now: Temporal.Instant,
): Promise<SessionPage> {
  return asViewer(viewer, async (tx) => {
    const session = await sessionOf(viewer, ids.sessionId)
    if (session.animalId !== idFrom(ids.animalId)) throw new NotFound()
    const { level, events, health, voidedAt } = session
    const seen = { level, events: events as RedEvent[], health: health as HealthSign[] }
    return {
      session,
      standing: (await assessmentsOf(viewer, [session.animalId], now)).get(session.animalId) ?? null,
      atOnce: voidedAt ? null : whatToDoAtOnce(seen),
      taps: (await tapsOf(tx, viewer, session.id)).map(eventOf),
    }
  })
}

export type NewSession = {
  animalId: string
  name: string
  species: Species
  visitId: string | null
  /** Null without a running plan: there is nothing to record for yet. */
  standing: AnimalStanding | null
  /** The live observation it is to be made of, and whether that was done already. */
  watched: { id: string; taps: LiveEvent[]; zone: string; recorded: boolean } | null
}

/**
 * What a new session's form needs: the animal, its stage, the visit where it is recorded at one, and what was
 * tapped where it was watched live. An observation of another animal or visit is NotFound.
 */
export function newSessionFor(
  viewer: Viewer,
  ids: { animalId: string; visitId?: string; observationId?: string },
  now: Temporal.Instant,
): Promise<NewSession> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        animalId: animal.id,
        name: animal.name,
        species: animal.species,
        visitId: visit.id,
        zone: sql<string>`coalesce(${client.zone}, ${viewer.zone})`,
      })
      .from(animal)
      .leftJoin(client, and(eq(client.practiceId, animal.practiceId), eq(client.id, animal.clientId)))
      .leftJoin(
        visit,
        and(
          eq(visit.practiceId, animal.practiceId),
          eq(visit.clientId, animal.clientId),
          ids.visitId === undefined ? sql`false` : eq(visit.id, idFrom(ids.visitId)),
        ),
      )
      .where(and(visibleAnimals(viewer), eq(animal.id, idFrom(ids.animalId))))
    const { zone, ...subject } = found(row)
    if (ids.visitId !== undefined && subject.visitId === null) throw new NotFound()
    const standings = await assessmentsOf(viewer, [subject.animalId], now)
    const { observationId } = ids
    return {
      ...subject,
      standing: standings.get(subject.animalId) ?? null,
      watched:
        observationId === undefined
          ? null
          : { ...(await watchedOf(tx, viewer, subject, observationId)), zone },
    }
  })
}

async function watchedOf(
  tx: Tx,
  viewer: Viewer,
  subject: { animalId: string; visitId: string | null },
  observationId: string,
): Promise<Omit<NonNullable<NewSession['watched']>, 'zone'>> {
  const id = idFrom(observationId)
  const taps = await tapsOf(tx, viewer, id)
  const { animalId, visitId } = found(taps[0])
  if (animalId !== subject.animalId || visitId !== subject.visitId) throw new NotFound()
  const written = await tx
    .select({ id: session.id })
    .from(session)
    .where(and(eq(session.practiceId, viewer.practiceId), eq(session.id, id)))
  return { id, taps: taps.map(eventOf), recorded: written.length > 0 }
}
