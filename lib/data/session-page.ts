import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { animal, visit } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { HealthSign, RedEvent, Species } from '@/lib/domain/observation/vocabulary'
import { NotFound } from '@/lib/domain/result/result'
import { whatToDoAtOnce, type AtOnce } from '@/lib/domain/session/at-once'
import type { SessionDetail } from '@/lib/domain/session/row'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { asViewer, found, idFrom } from './as-viewer'
import { assessmentsOf } from './assessment'
import { sessionOf } from './session'

/** Where members of the practice record. */
const visibleAnimals = (viewer: Viewer) =>
  and(eq(animal.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

export type SessionPage = { session: SessionDetail; standing: AnimalStanding | null; atOnce: AtOnce | null }

/** One session, what it asks for at once, and where the animal stands with it. */
export function sessionPage(
  viewer: Viewer,
  ids: { animalId: string; sessionId: string },
  now: Temporal.Instant,
): Promise<SessionPage> {
  return asViewer(viewer, async () => {
    const session = await sessionOf(viewer, ids.sessionId)
    if (session.animalId !== idFrom(ids.animalId)) throw new NotFound()
    const { level, events, health, voidedAt } = session
    const seen = { level, events: events as RedEvent[], health: health as HealthSign[] }
    return {
      session,
      standing: (await assessmentsOf(viewer, [session.animalId], now)).get(session.animalId) ?? null,
      atOnce: voidedAt ? null : whatToDoAtOnce(seen),
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
}

/** What a blank session form needs: the animal, its stage, and the visit where it is recorded at one. */
export function newSessionFor(
  viewer: Viewer,
  ids: { animalId: string; visitId?: string },
  now: Temporal.Instant,
): Promise<NewSession> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ animalId: animal.id, name: animal.name, species: animal.species, visitId: visit.id })
      .from(animal)
      .leftJoin(
        visit,
        and(
          eq(visit.practiceId, animal.practiceId),
          eq(visit.clientId, animal.clientId),
          ids.visitId === undefined ? sql`false` : eq(visit.id, idFrom(ids.visitId)),
        ),
      )
      .where(and(visibleAnimals(viewer), eq(animal.id, idFrom(ids.animalId))))
    const subject = found(row)
    if (ids.visitId !== undefined && subject.visitId === null) throw new NotFound()
    const standings = await assessmentsOf(viewer, [subject.animalId], now)
    return { ...subject, standing: standings.get(subject.animalId) ?? null }
  })
}
