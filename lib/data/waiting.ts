import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { client, service, waiting } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { GuardianViewer, MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { dayOf } from '@/lib/domain/time/time'
import type { OwnWaiting, WaitForm, WaitingHousehold } from '@/lib/domain/waiting/pages'
import type { Wait, WaitingId } from '@/lib/domain/waiting/schema'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { passOnOffers } from './waiting-turn'

/** A household sees its own place on the list, those who work here all of it, a share link nothing. */
const visibleWaiting = (viewer: Viewer) =>
  and(
    eq(waiting.practiceId, viewer.practiceId),
    viewer.kind === 'guardian'
      ? eq(waiting.clientId, viewer.clientId)
      : canKeepClients(viewer)
        ? undefined
        : sql`false`,
  )

const householdThatWaits = (viewer: Viewer, clientId: string | undefined) =>
  and(
    eq(client.practiceId, viewer.practiceId),
    eq(client.id, viewer.kind === 'guardian' ? viewer.clientId : idFrom(clientId)),
    viewer.kind === 'guardian' || canKeepClients(viewer) ? undefined : sql`false`,
    isNull(client.archivedAt),
  )

/** What is needed to put a household on the list, in one statement: a household asks for itself, of what it may ask for. */
export function waitForm(viewer: Viewer, clientId?: string): Promise<WaitForm> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        clientId: client.id,
        household: client.name,
        animals: sql<
          WaitForm['animals']
        >`(select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name,
          'species', a.species, 'coat', a.coat) order by a.created_at, a.id), '[]') from app.animal a
          where a.practice_id = client.practice_id and a.client_id = client.id and a.archived_at is null)`,
        services: sql<
          WaitForm['services']
        >`(select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name,
          'minutes', s.minutes, 'place', s.place) order by s.sort, s.name), '[]') from app.service s
          where s.practice_id = client.practice_id and s.retired_at is null
            and (s.owner_may_book or ${viewer.kind !== 'guardian'}))`,
      })
      .from(client)
      .where(householdThatWaits(viewer, clientId))
    return found(row)
  })
}

/**
 * Puts a household on the list: itself, for what it may ask for, or by somebody who works here. Refused: a last day
 * that is over, no animal where it has some, and a second time for the same service.
 */
export function waitForVisit(
  viewer: MemberViewer | GuardianViewer,
  input: Wait,
  now: Temporal.Instant,
): Promise<Result<{ clientId: string }>> {
  return asViewer(viewer, async (tx) => {
    const { clientId, animals, services } = await waitForm(viewer, input.clientId)
    if (viewer.kind === 'guardian' && input.clientId && input.clientId !== clientId) throw new NotFound()
    if (!services.some(({ id }) => id === input.serviceId)) return refused('waiting.refused.service')
    const animalIds = animals.map(({ id }) => id).filter((id) => input.animalIds.includes(id))
    if (animalIds.length < new Set(input.animalIds).size) throw new NotFound()
    if (animals.length > 0 && animalIds.length === 0)
      return refused('errors.checkFields', { fields: { animalIds: 'visit.tickOne' } })
    const today = dayOf(now, viewer.zone)
    const untilDay = Temporal.PlainDate.from(input.untilDay)
    if (Temporal.PlainDate.compare(untilDay, today) < 0)
      return refused('errors.checkFields', { fields: { untilDay: 'inThePast' } })
    const its = and(visibleWaiting(viewer), eq(waiting.clientId, clientId), eq(waiting.state, 'waiting'))
    await tx
      .update(waiting)
      .set({ state: 'left' })
      .where(and(its, lt(waiting.untilDay, today)))
    const { practiceId } = viewer
    const [row] = await tx
      .insert(waiting)
      .values({
        ...{ practiceId, clientId, serviceId: input.serviceId, animalIds, untilDay, words: input.words },
        weekdays: input.weekdays.map(Number),
        ...{ fromTime: input.fromTime ?? null, untilTime: input.untilTime ?? null, since: now },
        ...(viewer.kind === 'guardian' ? { askedBy: viewer.contactId } : { addedBy: viewer.memberId }),
      })
      .onConflictDoNothing()
      .returning({ id: waiting.id })
    if (!row) return refused('waiting.refused.already')
    await audit(tx, viewer, 'wait', 'waiting', row.id)
    return done({ clientId })
  })
}

/** Takes a household off the list. Refused while a time is offered to it: that wants an answer first. */
export function leaveWaiting(viewer: MemberViewer | GuardianViewer, { id }: WaitingId): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const its = and(visibleWaiting(viewer), eq(waiting.id, idFrom(id)))
    const [row] = await tx
      .select({ state: waiting.state, version: waiting.version })
      .from(waiting)
      .where(its)
      .for('update')
    const { state, version } = found(row)
    // Read after the lock: who offers takes it first.
    const [offer] = await tx.execute(sql`select 1 from app.waiting_offer o
      where o.practice_id = ${viewer.practiceId} and o.waiting_id = ${id} and o.state = 'open'`)
    if (offer) return refused('waiting.refused.answerFirst')
    if (state !== 'waiting') return refused('waiting.refused.left')
    await tx
      .update(waiting)
      .set({ state: 'left', version: version + 1 })
      .where(its)
    await audit(tx, viewer, 'leave', 'waiting', id)
    return done()
  })
}

const columns = {
  id: waiting.id,
  serviceName: service.name,
  since: waiting.since,
  words: waiting.words,
  weekdays: waiting.weekdays,
  fromTime: waiting.fromTime,
  untilTime: waiting.untilTime,
  untilDay: waiting.untilDay,
  zone: client.zone,
}

const ofService = and(eq(service.practiceId, waiting.practiceId), eq(service.id, waiting.serviceId))
const ofClient = and(eq(client.practiceId, waiting.practiceId), eq(client.id, waiting.clientId))

const stillWaits = (viewer: Viewer, now: Temporal.Instant) =>
  and(
    visibleWaiting(viewer),
    eq(waiting.state, 'waiting'),
    sql`${waiting.untilDay} >= ${dayOf(now, viewer.zone).toString()}::date`,
  )

/** What a household waits for, each with the latest time that was offered to it. Two statements. */
export async function waitingOfHousehold(viewer: Viewer, now: Temporal.Instant): Promise<OwnWaiting[]> {
  if (viewer.kind !== 'guardian') throw new NotFound()
  await passOnOffers(viewer, now)
  type Offer = Record<'startsAt' | 'until', string> &
    Omit<NonNullable<OwnWaiting['offer']>, 'startsAt' | 'until'>
  return asViewer(viewer, async (tx) => {
    const rows = await tx
      .select({
        ...columns,
        offer: sql<Offer | null>`(select json_build_object('id', o.id, 'state', o.state, 'startsAt', o.starts_at,
          'until', o.until, 'consultantName', m.name) from app.waiting_offer o
            join app.member m on m.practice_id = o.practice_id and m.id = o.consultant_id
          where o.practice_id = waiting.practice_id and o.waiting_id = waiting.id and o.offered_at is not null
          order by o.offered_at desc limit 1)`,
      })
      .from(waiting)
      .innerJoin(service, ofService)
      .innerJoin(client, ofClient)
      .where(stillWaits(viewer, now))
      .orderBy(asc(waiting.since))
    return rows.map(({ offer, ...row }) => ({
      ...row,
      offer: offer && {
        ...offer,
        startsAt: Temporal.Instant.from(offer.startsAt),
        until: Temporal.Instant.from(offer.until),
      },
    }))
  })
}

/** Everybody who waits, the longest first. Two statements. For those who work here. */
export function waitingList(viewer: Viewer, now: Temporal.Instant): Promise<WaitingHousehold[]> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    await passOnOffers(viewer, now)
    const rows = await tx
      .select({
        ...columns,
        clientId: client.id,
        household: client.name,
        animals: sql<
          string[]
        >`(select coalesce(json_agg(a.name order by a.created_at, a.id), '[]') from app.animal a
          where a.practice_id = waiting.practice_id and a.id = any(waiting.animal_ids) and a.archived_at is null)`,
        offeredUntil: sql<string | null>`(select to_json(o.until) #>> '{}' from app.waiting_offer o
          where o.practice_id = waiting.practice_id and o.waiting_id = waiting.id and o.state = 'open')`,
      })
      .from(waiting)
      .innerJoin(service, ofService)
      .innerJoin(client, and(ofClient, isNull(client.archivedAt)))
      .where(stillWaits(viewer, now))
      .orderBy(asc(waiting.since))
    return rows.map(({ offeredUntil, ...row }) => ({
      ...row,
      offeredUntil: offeredUntil === null ? null : Temporal.Instant.from(offeredUntil),
    }))
  })
}
