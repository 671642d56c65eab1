import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, member, practice, service, visitRequest } from '@/db/schema'
import type { GuardianViewer, Viewer } from '@/lib/domain/access/viewer'
import { choiceOf } from '@/lib/domain/request/choice'
import type { AskPage, OwnRequest } from '@/lib/domain/request/pages'
import { mostChoices, mostOpen, type AskVisit, type RequestId } from '@/lib/domain/request/schema'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { windowOf } from '@/lib/domain/scheduling/find-slots'
import { instantOf } from '@/lib/domain/time/time'
import type { VisitAnimal } from '@/lib/domain/visit/pages'
import { wallLabel } from '@/lib/format/dates'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { grid, type Wish } from './booking-ask'
import { tellOfRequest } from './request-mail'
import { timesForOwner } from './visit-slot'

/** A household sees what it asked for itself; those who work here answer in request-answer. */
const ownRequests = (viewer: Viewer) =>
  and(
    eq(visitRequest.practiceId, viewer.practiceId),
    viewer.kind === 'guardian' ? eq(visitRequest.clientId, viewer.clientId) : sql`false`,
  )

const ownHousehold = (viewer: Viewer) =>
  and(
    eq(client.practiceId, viewer.practiceId),
    viewer.kind === 'guardian' ? eq(client.id, viewer.clientId) : sql`false`,
    isNull(client.archivedAt),
  )

export function asGuardian(viewer: Viewer): GuardianViewer {
  if (viewer.kind !== 'guardian') throw new NotFound()
  return viewer
}

type Askable = AskPage['services'][number] &
  Pick<Wish, 'setUp' | 'wrapUp' | 'maxDrive' | 'notice'> & { horizon: number }

/**
 * What a household needs to ask for a visit: the services it may ask for, and the times of one that fit, in words
 * that tell nothing of anybody else. Six statements, seven with a route server.
 */
export async function askPageOf(
  viewer: Viewer,
  serviceId: string | undefined,
  now: Temporal.Instant,
): Promise<AskPage> {
  const { services, ...page } = await asViewer(viewer, async (tx) => {
    const guardian = asGuardian(viewer)
    const [row] = await tx
      .select({
        zone: client.zone,
        practice: { name: practice.name, phone: practice.phone, email: practice.email },
        animals: sql<VisitAnimal[]>`(select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name,
          'species', a.species, 'coat', a.coat) order by a.created_at, a.id), '[]') from app.animal a
          where a.practice_id = client.practice_id and a.client_id = client.id and a.archived_at is null)`,
        services: sql<Askable[]>`(select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name,
          'minutes', s.minutes, 'place', s.place, 'setUp', s.setup_minutes, 'wrapUp', s.wrapup_minutes,
          'maxDrive', s.max_travel_minutes, 'notice', s.notice_hours, 'horizon', s.horizon_days)
          order by s.sort, s.name), '[]') from app.service s
          where s.practice_id = client.practice_id and s.retired_at is null and s.owner_may_book)`,
      })
      .from(client)
      .innerJoin(practice, eq(practice.id, client.practiceId))
      .where(ownHousehold(guardian))
    return found(row)
  })
  const chosen = services.find(({ id }) => id === serviceId) ?? services[0]
  return {
    ...page,
    services: services.map(({ id, name, minutes, place }) => ({ id, name, minutes, place })),
    serviceId: chosen?.id ?? null,
    offers: chosen
      ? await timesForOwner(viewer, { ...chosen, zone: page.zone, consultantId: null }, now)
      : [],
  }
}

/**
 * Asks for a visit at one of up to three times or in words; nothing is booked. Refused: services only the practice
 * books, times outside notice and horizon, more than three requests at once. The same request twice is one.
 */
export function askForVisit(
  viewer: GuardianViewer,
  input: AskVisit,
  now: Temporal.Instant,
): Promise<Result<{ requestId: string }>> {
  return asViewer(viewer, async (tx) => {
    const { practiceId, clientId, contactId: askedBy } = asGuardian(viewer)
    const animalIds = [...new Set(input.animalIds)]
    if (animalIds.some((id) => !viewer.animalIds.includes(id))) throw new NotFound()
    if (animalIds.length === 0 && viewer.animalIds.length > 0)
      return refused('errors.checkFields', { fields: { animalIds: 'visit.tickOne' } })
    const choices = [...new Set(input.times)]
    const wrong = (key: string) => refused('errors.checkFields', { fields: { times: `request.${key}` } })
    if (choices.length === 0 && input.words === '') return wrong('chooseOrSay')
    if (choices.length > mostChoices) return wrong('atMostThree')
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`ask ${clientId}`}, 0))`)
    const asked = await askedService(tx, viewer, input.serviceId)
    if (!asked.mayAsk) return refused('request.refused.service')
    if (!choices.every((value) => isInTime(value, asked, now))) return refused('request.refused.notATime')
    const open = await tx
      .select({
        id: visitRequest.id,
        serviceId: visitRequest.serviceId,
        choices: visitRequest.choices,
        words: visitRequest.words,
      })
      .from(visitRequest)
      .where(and(ownRequests(viewer), eq(visitRequest.state, 'open')))
    const same = open.find(
      (one) =>
        one.serviceId === asked.id && one.words === input.words && one.choices.join() === choices.join(),
    )
    if (same) return done({ requestId: same.id })
    if (open.length >= mostOpen) return refused('request.refused.many')
    const [row] = await tx
      .insert(visitRequest)
      .values({
        ...{ practiceId, clientId, askedBy, serviceId: asked.id },
        ...{ animalIds, choices, words: input.words, askedAt: now },
      })
      .returning({ id: visitRequest.id })
    const { id } = found(row)
    await audit(tx, viewer, 'ask', 'visit_request', id)
    await tellOfRequest(tx, viewer, id)
    return done({ requestId: id })
  })
}

/** Takes back a request that waits. Refused once it was answered. */
export function withdrawRequest(
  viewer: GuardianViewer,
  { id }: RequestId,
  now: Temporal.Instant,
): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const mine = and(ownRequests(viewer), eq(visitRequest.id, idFrom(id)))
    const [row] = await tx.select().from(visitRequest).where(mine).for('update')
    const { state, version } = found(row)
    if (state !== 'open') return refused('request.refused.answered')
    await tx
      .update(visitRequest)
      .set({ state: 'withdrawn', answeredAt: now, version: version + 1 })
      .where(mine)
    await audit(tx, viewer, 'withdraw', 'visit_request', id)
    return done()
  })
}

/** How long a household reads why it was declined, days. Ours. */
const readable = 14

/** What a household asked for and waits for, and what was declined lately; one statement, the latest first. */
export function requestsOfHousehold(viewer: Viewer, now: Temporal.Instant): Promise<OwnRequest[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx
      .select({ request: visitRequest, serviceName: service.name, zone: client.zone })
      .from(visitRequest)
      .innerJoin(
        service,
        and(eq(service.practiceId, visitRequest.practiceId), eq(service.id, visitRequest.serviceId)),
      )
      .innerJoin(
        client,
        and(eq(client.practiceId, visitRequest.practiceId), eq(client.id, visitRequest.clientId)),
      )
      .where(
        and(
          ownRequests(viewer),
          or(
            eq(visitRequest.state, 'open'),
            and(
              eq(visitRequest.state, 'declined'),
              gt(visitRequest.answeredAt, now.subtract({ hours: readable * 24 })),
            ),
          ),
        ),
      )
      .orderBy(desc(visitRequest.askedAt))
      .limit(20)
    return rows.map(({ request, serviceName, zone }) => ({
      ...{ id: request.id, version: request.version, state: request.state, askedAt: request.askedAt },
      ...{ words: request.words, answer: request.answer, serviceName, zone },
      times: request.choices.map(labelOf),
      instead:
        request.lostTo === null || request.state !== 'open'
          ? null
          : request.instead.map((value) => ({ value, label: labelOf(value) })),
    }))
  })
}

const labelOf = (value: string) => wallLabel(choiceOf(value).wall)

/** The service that is asked for, and what a time of it must keep to. */
async function askedService(tx: Tx, viewer: Viewer, serviceId: string) {
  const [row] = await tx
    .select({
      id: service.id,
      mayAsk: service.ownerMayBook,
      notice: service.noticeHours,
      horizon: service.horizonDays,
      practiceZone: practice.zone,
      zone: client.zone,
      trainers: sql<string[]>`(select coalesce(json_agg(m.id), '[]') from ${member} m
        where m.practice_id = ${service.practiceId} and m.removed_at is null and m.role <> 'assistant')`,
    })
    .from(service)
    .innerJoin(practice, eq(practice.id, service.practiceId))
    .innerJoin(client, ownHousehold(viewer))
    .where(
      and(
        eq(service.practiceId, viewer.practiceId),
        eq(service.id, idFrom(serviceId)),
        isNull(service.retiredAt),
      ),
    )
  return found(row)
}

type AskedService = Awaited<ReturnType<typeof askedService>>

/** Whether a time of somebody who trains here lies between notice and horizon, and is on the clock once. */
function isInTime(
  value: string,
  { notice, horizon, practiceZone, zone, trainers }: AskedService,
  now: Temporal.Instant,
): boolean {
  const { wall, consultantId } = choiceOf(value)
  const start = instantOf(wall, zone)
  if (typeof start === 'string' || !trainers.includes(consultantId)) return false
  const { from, until } = windowOf({
    ...{ now: now.epochMilliseconds, zone: practiceZone, rules: { notice, horizon, grid } },
    window: { from: now.epochMilliseconds, until: Infinity },
  })
  return from <= start.epochMilliseconds && start.epochMilliseconds < until
}
