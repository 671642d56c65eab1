import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { animal, liveEvent, visit, visitAnimal } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { WatchedAnimal } from '@/lib/domain/observation/live/page'
import type { Stage } from '@/lib/domain/protocol/protocol'
import { stageOf } from '@/lib/domain/protocol/stage'
import { NotFound } from '@/lib/domain/result/result'
import { asViewer, found, idFrom } from './as-viewer'
import { assessmentsOf } from './assessment'
import { newestAt } from './live-rows'

/** The visits at which somebody who trains watches. */
const visibleVisits = (viewer: Viewer) =>
  and(eq(visit.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

const withoutSession = sql`not exists (select 1 from app.session s
  where s.practice_id = ${liveEvent.practiceId} and s.id = ${liveEvent.observationId})`

export type LivePage = {
  visitId: string
  /** Every animal of this visit, in the order of a swipe. */
  animals: WatchedAnimal[]
}

/**
 * What the full-screen page of a visit's animals needs; it opens at one of them. For those who train: a visit of
 * others, and an animal that is not of the visit, are NotFound.
 */
export function livePage(
  viewer: Viewer,
  ids: { visitId: string; animalId: string },
  now: Temporal.Instant,
): Promise<LivePage> {
  return asViewer(viewer, async (tx) => {
    if (!canTrain(viewer)) throw new NotFound()
    const [visitId, animalId] = [idFrom(ids.visitId), idFrom(ids.animalId)]
    const animals = await tx
      .select({ id: animal.id, name: animal.name, species: animal.species, coat: animal.coat })
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
    found(animals.find(({ id }) => id === animalId))
    const standings = await assessmentsOf(
      viewer,
      animals.map(({ id }) => id),
      now,
    )
    const begun = await newestAt(tx, viewer, visitId, withoutSession)
    return {
      visitId,
      animals: animals.map((one) => {
        const standing = standings.get(one.id)
        const stage = standing ? stageOf(standing.protocol, standing.stageKey) : null
        return { ...one, stage: stage && askedOf(stage), begun: begun.get(one.id) ?? null }
      }),
    }
  })
}

/** Of the stage, what the screen shows and the board needs. */
function askedOf({ key, name, targetSec, leash, reps }: Stage): WatchedAnimal['stage'] {
  return { key, name, targetSec, leash, ...(reps === undefined ? {} : { reps }) }
}
