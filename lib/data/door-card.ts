import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { client, door, service, visit } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { addressOf } from '@/lib/domain/client/address'
import { dayOf } from '@/lib/domain/time/time'
import type { DoorAnimal, DoorCard } from '@/lib/domain/door/page'
import { codeRefusal } from '@/lib/domain/door/reveal'
import { pairsOf } from '@/lib/domain/relation/relation'
import { asViewer, found, idFrom } from './as-viewer'
import { assessmentsOf } from './assessment'
import { relationsFrom, relationsIn } from './relation'

/** The practice stands at doors; nobody else does. */
const visibleVisits = (viewer: Viewer) =>
  and(eq(visit.practiceId, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)

/**
 * The door of a visit: who lives there, what to mind, how it stands between them. Three statements; whether there is
 * a code, never the code. NotFound for those who do not work here.
 */
export function doorCard(viewer: Viewer, visitId: string, now: Temporal.Instant): Promise<DoorCard> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        id: visit.id,
        version: visit.version,
        status: visit.status,
        setOutAt: visit.setOutAt,
        arrivedAt: visit.arrivedAt,
        leftAt: visit.leftAt,
        place: visit.place,
        during: visit.during,
        zone: visit.zone,
        consultantId: visit.consultantId,
        serviceName: service.name,
        clientId: client.id,
        household: client.name,
        home: { street: client.street, town: client.town },
        accessNotes: client.accessNotes,
        parkingMinutes: client.parkingMinutes,
        door: {
          parking: door.parking,
          exits: door.exits,
          hiding: door.hiding,
          bring: door.bring,
          know: door.know,
        },
        hasCode: sql<boolean>`exists (select 1 from app.door_code k
          where k.practice_id = client.practice_id and k.client_id = client.id)`,
        people: sql<DoorCard['people']>`(select coalesce(json_agg(json_build_object('name', c.name,
          'relation', c.relation, 'phone', c.phone) order by c.is_main desc, c.created_at), '[]')
          from app.contact c where c.practice_id = client.practice_id and c.client_id = client.id
            and c.removed_at is null)`,
        animals: sql<DoorAnimal[]>`(select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name,
          'species', a.species, 'coat', a.coat, 'temperament', a.temperament, 'knownTriggers', a.known_triggers,
          'worked', exists (select 1 from app.visit_animal va where va.practice_id = a.practice_id
            and va.visit_id = visit.id and va.animal_id = a.id)) order by a.created_at, a.id), '[]')
          from app.animal a where a.practice_id = client.practice_id and a.client_id = client.id
            and a.archived_at is null)`,
        relations: relationsIn(sql`client.id`),
      })
      .from(visit)
      .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
      .innerJoin(service, and(eq(service.practiceId, visit.practiceId), eq(service.id, visit.serviceId)))
      .leftJoin(door, and(eq(door.practiceId, client.practiceId), eq(door.clientId, client.id)))
      .where(and(visibleVisits(viewer), eq(visit.id, idFrom(visitId))))
    const { during, home, door: written, relations, ...card } = found(row)
    const words = written ?? { parking: '', exits: '', hiding: '', bring: '', know: '' }
    return {
      ...card,
      ...words,
      ...during,
      address: addressOf(home),
      isToday: dayOf(now, card.zone).equals(dayOf(during.from, card.zone)),
      pairs: pairsOf(card.animals, relationsFrom(relations)),
      codeRefusal: codeRefusal(viewer, { ...card, ...during }, now),
      standings: await assessmentsOf(
        viewer,
        card.animals.map(({ id }) => id),
        now,
      ),
    }
  })
}
