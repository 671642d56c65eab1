import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { sqlState, type Tx } from '@/db/client'
import { animal, client, member, service, visit, visitAnimal } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { done, NotFound, refused, type Refusal, type Result } from '@/lib/domain/result/result'
import { instantOf } from '@/lib/domain/time/time'
import { askedFor, type BookVisit, type MoveVisit, type ReassignVisit } from '@/lib/domain/visit/schema'
import { canMove, canReassign } from '@/lib/domain/visit/status'
import { dayAndTime } from '@/lib/format/dates'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { tellHousehold } from './visit-mail'
import { aroundVisit, offersFor, slotOfVisit, spansOf, takeTurn, type Slot } from './visit-slot'

/** Booking is the practice's: everybody who works there, nobody else. */
const visibleVisits = (viewer: Viewer) =>
  and(eq(visit.practiceId, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)

/**
 * Books a visit at a wall time of the home. Refused: the past, an hour the clocks skip or repeat, and time the
 * consultant does not have, which the database says; that refusal offers the next times that fit.
 */
export function bookVisit(
  viewer: MemberViewer,
  input: BookVisit,
  now: Temporal.Instant,
): Promise<Result<{ visitId: string }>> {
  return orOffers(viewer, now, async (tx, aim) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const { slot, serviceId, clientId } = await whatIsBooked(tx, viewer, input)
    const animalIds = await animalsFor(tx, viewer, clientId, input.animalIds)
    if (!animalIds) return refused('errors.checkFields', { fields: { animalIds: 'visit.tickOne' } })
    const wall = wallOf(input)
    const start = startAt(wall, slot.zone, now)
    if ('reason' in start) return start
    aim(slot, start.at)
    await takeTurn(tx, slot.consultantId)
    const [row] = await tx
      .insert(visit)
      .values({
        practiceId: viewer.practiceId,
        clientId,
        serviceId,
        consultantId: slot.consultantId,
        localStart: wall,
        zone: slot.zone,
        minutes: slot.minutes,
        place: slot.place,
        ...(await spansOf(viewer, slot, start.at)),
        message: input.message,
        bookedBy: viewer.memberId,
      })
      .returning({ id: visit.id })
    const { id: visitId } = found(row)
    if (animalIds.length > 0) {
      const worked = animalIds.map((animalId) => ({ practiceId: viewer.practiceId, visitId, animalId }))
      await tx.insert(visitAnimal).values(worked)
    }
    await audit(tx, viewer, 'book', 'visit', visitId, {
      start: start.at.toString(),
      consultantId: slot.consultantId,
    })
    await tellHousehold(tx, viewer, visitId, { is: 'booked' })
    return done({ visitId })
  })
}

/** Moves a visit to another wall time of its home, refused like a booking, and where somebody was faster. */
export function moveVisit(
  viewer: MemberViewer,
  input: MoveVisit,
  now: Temporal.Instant,
): Promise<Result<{ visitId: string }>> {
  return orOffers(viewer, now, async (tx, aim) => {
    const standing = await visitToPlace(tx, viewer, input.id)
    if (standing.version !== input.version) return conflict(standing)
    if (!canMove(standing.status)) return refused('visit.refused.move')
    const wall = wallOf(input)
    const start = startAt(wall, standing.slot.zone, now)
    if ('reason' in start) return start
    aim(standing.slot, start.at)
    await takeTurn(tx, standing.slot.consultantId)
    await tx
      .update(visit)
      .set({
        localStart: wall,
        ...(await spansOf(viewer, standing.slot, start.at)),
        version: input.version + 1,
      })
      .where(and(visibleVisits(viewer), eq(visit.id, input.id)))
    const from = standing.during.from.toString()
    await audit(tx, viewer, 'move', 'visit', input.id, { from, to: start.at.toString() })
    await tellHousehold(tx, viewer, input.id, { is: 'moved', before: standing.localStart })
    return done({ visitId: input.id })
  })
}

/** Hands a visit to another consultant at the same time; refused where that one has none. */
export function reassignVisit(
  viewer: MemberViewer,
  input: ReassignVisit,
  now: Temporal.Instant,
): Promise<Result> {
  return orOffers(viewer, now, async (tx, aim) => {
    const standing = await visitToPlace(tx, viewer, input.id)
    const consultantId = await consultantFor(tx, viewer, input.consultantId)
    if (standing.version !== input.version) return conflict(standing)
    if (!canReassign(standing.status)) return refused('visit.refused.move')
    const slot = { ...standing.slot, consultantId }
    aim(null, standing.during.from)
    await takeTurn(tx, consultantId)
    await tx
      .update(visit)
      .set({
        consultantId,
        ...(await spansOf(viewer, slot, standing.during.from)),
        version: input.version + 1,
      })
      .where(and(visibleVisits(viewer), eq(visit.id, input.id)))
    const from = standing.slot.consultantId
    await audit(tx, viewer, 'reassign', 'visit', input.id, { from, to: consultantId })
    return done()
  })
}

type Aim = (slot: Slot | null, start: Temporal.Instant) => void

/** Runs a booking; where the database says the time is taken (23P01), answers with times that are free. */
async function orOffers<T>(
  viewer: MemberViewer,
  now: Temporal.Instant,
  run: (tx: Tx, aim: Aim) => Promise<Result<T>>,
): Promise<Result<T>> {
  let aimed: { slot: Slot | null; start: Temporal.Instant } | undefined
  try {
    return await asViewer(viewer, (tx) => run(tx, (slot, start) => (aimed = { slot, start })))
  } catch (error) {
    if (sqlState(error) !== '23P01' || !aimed) throw error
    const { slot, start } = aimed
    if (!slot) return refused('visit.refused.colleagueBusy')
    const later = Temporal.Instant.compare(now, start) > 0 ? now : start
    const offers = await offersFor(viewer, slot, later)
    return refused(offers.length > 0 ? 'visit.refused.taken' : 'visit.refused.full', { offers })
  }
}

const wallOf = (input: { day: string; time: string; offer?: string | undefined }): Temporal.PlainDateTime => {
  const { day, time } = askedFor(input)
  return Temporal.PlainDateTime.from(`${day}T${time}`)
}

function startAt(
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

async function whatIsBooked(tx: Tx, viewer: MemberViewer, input: BookVisit) {
  const [row] = await tx
    .select({
      clientId: client.id,
      serviceId: service.id,
      zone: client.zone,
      minutes: service.minutes,
      place: service.place,
      ...aroundVisit,
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
        eq(client.id, idFrom(input.clientId)),
        isNull(client.archivedAt),
      ),
    )
  const { serviceId, ...rest } = found(row)
  const consultantId = await consultantFor(tx, viewer, input.consultantId)
  return { clientId: rest.clientId, serviceId, slot: { ...rest, consultantId } satisfies Slot }
}

/** Somebody of this practice who trains and still works here. */
async function consultantFor(tx: Tx, viewer: Viewer, id: string): Promise<string> {
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

async function visitToPlace(tx: Tx, viewer: Viewer, id: string) {
  const [row] = await tx
    .select()
    .from(visit)
    .where(and(visibleVisits(viewer), eq(visit.id, idFrom(id))))
    .for('update')
  const its = found(row)
  return { ...its, slot: await slotOfVisit(tx, viewer, its.id) }
}

const conflict = ({ version, during, zone }: typeof visit.$inferSelect) =>
  refused('errors.conflict', { version, theirs: { day: dayAndTime(during.from, zone) } })
