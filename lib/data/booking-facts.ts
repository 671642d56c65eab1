import { and, asc, eq, isNull, ne, sql, type SQL } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { animal, client, member, service, visit } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { MemberViewer, SystemViewer, Viewer } from '@/lib/domain/access/viewer'
import { NotFound, refused, type Refusal } from '@/lib/domain/result/result'
import { instantOf } from '@/lib/domain/time/time'
import { askedFor } from '@/lib/domain/visit/schema'
import { dayAndTime } from '@/lib/format/dates'
import { found, idFrom } from './as-viewer'
import type { Wish } from './booking-ask'

/** Booking is the practice's: everybody who works there and its own machinery, nobody else. */
export const books = (viewer: Viewer): viewer is MemberViewer | SystemViewer =>
  canKeepClients(viewer) || viewer.kind === 'system'

export const bookableVisits = (viewer: Viewer): SQL | undefined =>
  and(eq(visit.practiceId, viewer.practiceId), books(viewer) ? undefined : sql`false`)

export type Placeless = Omit<Wish, 'at' | 'visitId' | 'consultantId'> & { serviceId: string }

/** What a booking of a service for a household asks of a day, but for who goes and when. */
export async function whatIsBooked(
  tx: Tx,
  viewer: Viewer,
  input: { clientId: string; serviceId: string; animalIds: readonly string[] },
): Promise<Placeless | Refusal> {
  const [row] = await tx
    .select({
      clientId: client.id,
      serviceId: service.id,
      zone: client.zone,
      minutes: service.minutes,
      setUp: service.setupMinutes,
      wrapUp: service.wrapupMinutes,
      maxDrive: service.maxTravelMinutes,
      place: service.place,
      notice: service.noticeHours,
      horizon: service.horizonDays,
    })
    .from(client)
    .innerJoin(
      service,
      and(
        eq(service.practiceId, client.practiceId),
        eq(service.id, idFrom(input.serviceId)),
        isNull(service.retiredAt),
      ),
    )
    .where(
      and(
        eq(client.practiceId, viewer.practiceId),
        books(viewer) ? undefined : sql`false`,
        eq(client.id, idFrom(input.clientId)),
        isNull(client.archivedAt),
      ),
    )
  const its = found(row)
  const animalIds = await animalsFor(tx, viewer, its.clientId, input.animalIds)
  return animalIds
    ? { ...its, animalIds }
    : refused('errors.checkFields', { fields: { animalIds: 'visit.tickOne' } })
}

/** Somebody of this practice who trains and still works here. */
export async function consultantFor(tx: Tx, viewer: Viewer, id: string): Promise<string> {
  const [row] = await tx
    .select({ id: member.id })
    .from(member)
    .where(
      and(
        eq(member.practiceId, viewer.practiceId),
        eq(member.id, idFrom(id)),
        isNull(member.removedAt),
        ne(member.role, 'assistant'),
      ),
    )
  return found(row).id
}

/** The animals to be worked, all of this household; null where it has some and none was ticked. */
async function animalsFor(tx: Tx, viewer: Viewer, clientId: string, ticked: readonly string[]) {
  const living = await tx
    .select({ id: animal.id })
    .from(animal)
    .where(
      and(eq(animal.practiceId, viewer.practiceId), eq(animal.clientId, clientId), isNull(animal.archivedAt)),
    )
    .orderBy(asc(animal.createdAt))
  const ids = living.map(({ id }) => id).filter((id) => ticked.includes(id))
  if (ids.length < new Set(ticked).size) throw new NotFound()
  return living.length > 0 && ids.length === 0 ? null : ids
}

export type Standing = typeof visit.$inferSelect & { animalIds: string[]; maxDrive: number | null }

const standing = (tx: Tx) =>
  tx
    .select({
      visit,
      maxDrive: sql<number | null>`(select s.max_travel_minutes from app.service s
        where s.practice_id = visit.practice_id and s.id = visit.service_id)`,
      animalIds: sql<string[]>`(select coalesce(json_agg(va.animal_id), '[]') from app.visit_animal va
        where va.practice_id = visit.practice_id and va.visit_id = visit.id)`,
    })
    .from(visit)

/** A visit as it stands, with its animals; under its lock where it is about to change. */
export async function visitToPlace(
  tx: Tx,
  viewer: Viewer,
  id: string,
  how: 'look' | 'change' = 'change',
): Promise<Standing> {
  const query = standing(tx).where(and(bookableVisits(viewer), eq(visit.id, idFrom(id))))
  const [row] = await (how === 'look' ? query : query.for('update'))
  const { visit: its, ...rest } = found(row)
  return { ...its, ...rest }
}

/** The visits of a series in the order they were meant, each under its lock. */
export async function visitsOfSeries(tx: Tx, viewer: Viewer, seriesId: string): Promise<Standing[]> {
  const rows = await standing(tx)
    .where(and(bookableVisits(viewer), eq(visit.seriesId, seriesId)))
    .orderBy(asc(visit.occurrence), asc(visit.id))
    .for('update')
  return rows.map(({ visit: its, ...rest }) => ({ ...its, ...rest }))
}

/** A visit that stands, as a wish to stand at another moment or with somebody else; the service's notice is no matter. */
export const wishOf = (its: Standing, at: Temporal.Instant, consultantId = its.consultantId): Wish => ({
  visitId: its.id,
  consultantId,
  clientId: its.clientId,
  animalIds: its.animalIds,
  at,
  minutes: its.minutes,
  setUp: its.setupMinutes,
  wrapUp: its.wrapupMinutes,
  maxDrive: its.maxDrive,
  place: its.place,
  zone: its.zone,
  notice: 0,
  horizon: null,
})

/** The wall time a form asks for. */
export function wallOf(input: {
  day: string
  time: string
  offer?: string | undefined
}): Temporal.PlainDateTime {
  const { day, time } = askedFor(input)
  return Temporal.PlainDateTime.from(`${day}T${time}`)
}

/** The moment of a wall time; refused: the past, and an hour that the clocks skip or repeat. */
export function startAt(
  wall: Temporal.PlainDateTime,
  zone: string,
  now: Temporal.Instant,
): { at: Temporal.Instant } | Refusal {
  const at = instantOf(wall, zone)
  if (typeof at === 'string') return refused('errors.checkFields', { fields: { time: at } })
  if (Temporal.Instant.compare(at, now) < 0)
    return refused('errors.checkFields', { fields: { time: 'inThePast' } })
  return { at }
}

/** Somebody was faster: what stands now. */
export const faster = ({ version, during, zone }: Standing): Refusal =>
  refused('errors.conflict', { version, theirs: { day: dayAndTime(during.from, zone) } })
