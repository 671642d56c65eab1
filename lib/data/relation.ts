import { and, eq, isNull, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { animal, animalRelation } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { inPairOrder, type Relation } from '@/lib/domain/relation/relation'
import type { NewRelation } from '@/lib/domain/relation/schema'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { listOf } from './plan-rows'

/** Animals that are seen now; how they get on is the practice's, and nobody else's. */
const visibleAnimals = (viewer: Viewer) =>
  and(
    eq(animal.practiceId, viewer.practiceId),
    isNull(animal.archivedAt),
    viewer.kind === 'member' ? undefined : sql`false`,
  )

/**
 * Writes down how two animals of one home get on since a day, and who said so. Nothing is replaced: a change is a
 * new row. NotFound unless both live in that household. Refuses a day that lies ahead, and members who do not train.
 */
export function recordRelation(
  viewer: Viewer,
  input: NewRelation,
  now: Temporal.Instant,
): Promise<Result<{ clientId: string }>> {
  return asViewer(viewer, async (tx) => {
    const clientId = idFrom(input.clientId)
    const [animalId, otherId] = inPairOrder(idFrom(input.pair[0]), idFrom(input.pair[1]))
    const both = await tx
      .select({ id: animal.id })
      .from(animal)
      .where(
        and(
          visibleAnimals(viewer),
          eq(animal.clientId, clientId),
          sql`${animal.id} in (${animalId}, ${otherId})`,
        ),
      )
    if (both.length !== 2) throw new NotFound()
    if (!canTrain(viewer)) return refused('errors.notAllowed')
    const since = Temporal.PlainDate.from(input.since)
    if (Temporal.PlainDate.compare(since, dayOf(now, viewer.zone)) > 0)
      return refused('errors.checkFields', { fields: { since: 'inTheFuture' } })
    const [made] = await tx
      .insert(animalRelation)
      .values({
        practiceId: viewer.practiceId,
        animalId,
        otherId,
        kind: input.kind,
        since,
        saidBy: input.saidBy,
        recordedBy: viewer.memberId,
      })
      .returning({ id: animalRelation.id })
    await audit(tx, viewer, 'record', 'animalRelation', found(made).id, { animalId, otherId })
    return done({ clientId })
  })
}

/** Every row about the animals of one home, as JSON: in a statement that reads the household or one of them. */
export const relationsIn = (
  clientId: ReturnType<typeof sql>,
) => sql<unknown>`(select json_agg(json_build_object(
    'id', r.id, 'animalId', r.animal_id, 'otherId', r.other_id, 'kind', r.kind, 'since', r.since,
    'saidBy', r.said_by, 'by', m.name, 'seq', r.seq))
  from app.animal_relation r
  join app.member m on m.practice_id = r.practice_id and m.id = r.recorded_by
  join app.animal one on one.practice_id = r.practice_id and one.id = r.animal_id and one.client_id = ${clientId}
  join app.animal other on other.practice_id = r.practice_id and other.id = r.other_id
    and other.client_id = ${clientId})`

export const relationsFrom = (rows: unknown): Relation[] =>
  listOf<Omit<Relation, 'since'> & { since: string }>(rows).map((row) => ({
    ...row,
    since: Temporal.PlainDate.from(row.since),
  }))
