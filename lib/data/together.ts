import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { client } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { HouseholdTogether, TogetherAnimal } from '@/lib/domain/relation/household'
import { pairsOf } from '@/lib/domain/relation/relation'
import { dayOf } from '@/lib/domain/time/time'
import { asViewer, found, idFrom } from './as-viewer'
import { assessmentsOf } from './assessment'
import { mainPersonOf } from './people'
import { relationsFrom, relationsIn } from './relation'

/** Households of the practice; an owner has a page of their own. */
const visibleClients = (viewer: Viewer) =>
  and(eq(client.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

/** The animals of one home side by side and how they get on, in three statements. NotFound outside the practice. */
export function togetherOf(
  viewer: Viewer,
  clientId: string,
  now: Temporal.Instant,
): Promise<HouseholdTogether> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        id: client.id,
        name: client.name,
        zone: client.zone,
        mainPerson: sql<string>`coalesce(${mainPersonOf(sql`client.practice_id`, sql`client.id`)}, '')`,
        animals: livingHere,
        relations: relationsIn(sql`client.id`),
      })
      .from(client)
      .where(and(visibleClients(viewer), eq(client.id, idFrom(clientId))))
    const { relations, animals, zone, ...household } = found(row)
    const standings = await assessmentsOf(
      viewer,
      animals.map(({ id }) => id),
      now,
    )
    return {
      ...household,
      today: dayOf(now, zone),
      mayWrite: canTrain(viewer),
      animals: animals.map((animal) => ({ ...animal, standing: standings.get(animal.id) ?? null })),
      pairs: pairsOf(animals, relationsFrom(relations)),
    }
  })
}

/** In the order in which they came, each with the exercises its household is asked to do now. */
const livingHere = sql<Omit<TogetherAnimal, 'standing'>[]>`(select coalesce(json_agg(json_build_object(
    'id', a.id, 'name', a.name, 'species', a.species, 'coat', a.coat, 'homework', coalesce((select h.items
      from app.homework h join app.plan p on p.practice_id = h.practice_id and p.id = h.plan_id and p.ended_at is null
      where h.practice_id = a.practice_id and h.animal_id = a.id and h.replaced_at is null), '[]'))
    order by a.created_at, a.id), '[]')
  from app.animal a
  where a.practice_id = client.practice_id and a.client_id = client.id and a.archived_at is null)`
