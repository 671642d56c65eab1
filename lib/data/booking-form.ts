import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { client } from '@/db/schema'
import { canKeepClients, canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { addressOf } from '@/lib/domain/client/address'
import type { BookingForm, VisitAnimal } from '@/lib/domain/visit/pages'
import { anybody } from '@/lib/domain/visit/schema'
import { asViewer, found, idFrom } from './as-viewer'
import type { Wish } from './booking-ask'
import { calmAnimals } from './booking-calm'
import { timesThatFit } from './visit-slot'

/** Who books: everybody who works here. */
const bookableClients = (viewer: Viewer) =>
  and(
    eq(client.practiceId, viewer.practiceId),
    isNull(client.archivedAt),
    canKeepClients(viewer) ? undefined : sql`false`,
  )

type Choice = { serviceId?: string | undefined; consultantId?: string | undefined }

type Offered = BookingForm['services'][number] &
  Pick<Wish, 'setUp' | 'wrapUp' | 'maxDrive' | 'notice' | 'horizon'>

/**
 * What is needed to book a visit for a household: six statements. `after` is where the search for free times
 * begins. NotFound for an archived household and for those who may not book.
 */
export function bookingForm(
  viewer: Viewer,
  clientId: string,
  choice: Choice,
  after: Temporal.Instant,
  now: Temporal.Instant,
): Promise<BookingForm> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        id: client.id,
        name: client.name,
        zone: client.zone,
        street: client.street,
        town: client.town,
        animals: sql<VisitAnimal[]>`(select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name,
          'species', a.species, 'coat', a.coat) order by a.created_at, a.id), '[]') from app.animal a
          where a.practice_id = client.practice_id and a.client_id = client.id and a.archived_at is null)`,
        services: sql<Offered[]>`(select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name,
          'minutes', s.minutes, 'place', s.place, 'setUp', s.setup_minutes, 'wrapUp', s.wrapup_minutes,
          'maxDrive', s.max_travel_minutes, 'notice', s.notice_hours, 'horizon', s.horizon_days)
          order by s.sort, s.name), '[]') from app.service s
          where s.practice_id = client.practice_id and s.retired_at is null)`,
        trainers: sql<
          BookingForm['trainers']
        >`(select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name)
          order by m.name), '[]') from app.member m where m.practice_id = client.practice_id
            and m.removed_at is null and m.role <> 'assistant')`,
      })
      .from(client)
      .where(and(bookableClients(viewer), eq(client.id, idFrom(clientId))))
    const { animals, services, trainers, street, town, ...its } = found(row)
    const own = canTrain(viewer) ? viewer.memberId : undefined
    const service = services.find(({ id }) => id === choice.serviceId) ?? services[0]
    const consultant =
      trainers.find(({ id }) => id === choice.consultantId) ??
      trainers.find(({ id }) => id === own) ??
      trainers[0]
    const consultantId = choice.consultantId === anybody ? anybody : (consultant?.id ?? '')
    const sought = service && {
      ...service,
      clientId: its.id,
      zone: its.zone,
      consultantId: consultantId === anybody ? null : consultantId,
    }
    const calm = await calmAnimals(
      tx,
      viewer,
      animals.map(({ id }) => id),
      now,
    )
    return {
      client: { ...its, address: addressOf({ street, town }) },
      animals,
      services: services.map(({ id, name, minutes, place }) => ({ id, name, minutes, place })),
      trainers,
      serviceId: service?.id ?? '',
      consultantId,
      offers: sought && consultantId !== '' ? await timesThatFit(viewer, sought, after, now, calm) : [],
    }
  })
}
