import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { animal, visit, visitAnimal } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { LiveEvent } from '@/lib/domain/observation/live/event'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { Stage } from '@/lib/domain/protocol/protocol'
import { stageOf } from '@/lib/domain/protocol/stage'
import { asViewer, found, idFrom } from './as-viewer'
import { assessmentsOf } from './assessment'
import { liveObservation } from './live'

/** The visits at which somebody who works here watches. */
const visibleVisits = (viewer: Viewer) =>
  and(eq(visit.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

export type LivePage = {
  visitId: string
  animal: { id: string; name: string; species: Species }
  /** The animals of this visit in the order of a swipe, this one among them. */
  animals: { id: string; name: string }[]
  /** What the stage asks; null without a running plan or in the indoor programme. */
  stage: Pick<Stage, 'key' | 'name' | 'targetSec' | 'reps' | 'leash'> | null
  /** One that was begun and has no session yet: the page goes on with it. */
  begun: { observationId: string; events: LiveEvent[] } | null
}

/** What the full-screen page of one animal at one visit needs. An animal that is not of the visit is NotFound. */
export function livePage(
  viewer: Viewer,
  ids: { visitId: string; animalId: string },
  now: Temporal.Instant,
): Promise<LivePage> {
  return asViewer(viewer, async (tx) => {
    const [visitId, animalId] = [idFrom(ids.visitId), idFrom(ids.animalId)]
    const rows = await tx
      .select({
        ...{ id: animal.id, name: animal.name, species: animal.species },
        begun: sql<string | null>`(select e.observation_id from app.live_event e
          where e.practice_id = ${visit.practiceId} and e.visit_id = ${visit.id} and e.animal_id = ${animalId}
            and not exists (select 1 from app.session s
              where s.practice_id = e.practice_id and s.id = e.observation_id)
          order by e.received_at desc, e.observation_id limit 1)`,
      })
      .from(visit)
      .innerJoin(
        visitAnimal,
        and(eq(visitAnimal.practiceId, visit.practiceId), eq(visitAnimal.visitId, visit.id)),
      )
      .innerJoin(
        animal,
        and(eq(animal.practiceId, visitAnimal.practiceId), eq(animal.id, visitAnimal.animalId)),
      )
      .where(and(visibleVisits(viewer), eq(visit.id, visitId)))
      .orderBy(animal.name, animal.id)
    const { begun, ...subject } = found(rows.find(({ id }) => id === animalId))
    const standing = (await assessmentsOf(viewer, [animalId], now)).get(animalId)
    return {
      visitId,
      animal: subject,
      animals: rows.map(({ id, name }) => ({ id, name })),
      stage: standing ? askedOf(stageOf(standing.protocol, standing.stageKey)) : null,
      begun:
        begun === null
          ? null
          : { observationId: begun, events: (await liveObservation(viewer, begun)).events },
    }
  })
}

/** Of the stage, what the screen shows and the board needs. */
function askedOf(stage: Stage | null): LivePage['stage'] {
  if (!stage) return null
  const { key, name, targetSec, leash, reps } = stage
  return { key, name, targetSec, leash, ...(reps === undefined ? {} : { reps }) }
}
