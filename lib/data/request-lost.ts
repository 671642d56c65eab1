import { and, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, service, visitRequest } from '@/db/schema'
import { practiceFor } from '@/lib/auth/on-behalf'
import { canKeepClients } from '@/lib/domain/access/can'
import type { GuardianViewer, MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { choiceOf } from '@/lib/domain/request/choice'
import type { ChooseInstead } from '@/lib/domain/request/schema'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { fits } from '@/lib/domain/scheduling/fits'
import { isWall } from '@/lib/domain/visit/obstacles'
import { instantOf } from '@/lib/domain/time/time'
import { withdraw } from '@/lib/mail/outbox'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { askedOf, reach, type Wish } from './booking-ask'
import { calmAnimals } from './booking-calm'
import { mailOfLoss, tellOfLoss, tellOfRequest } from './request-mail'
import { schedulingContext } from './scheduling-context'
import { timesIn } from './visit-slot'

const visibleRequests = (viewer: Viewer) =>
  and(
    eq(visitRequest.practiceId, viewer.practiceId),
    viewer.kind === 'guardian'
      ? eq(visitRequest.clientId, viewer.clientId)
      : canKeepClients(viewer)
        ? undefined
        : sql`false`,
  )

/**
 * After a booking: requests of other households that wait and asked for times beside it, all of which are gone now, get
 * the next times that fit; their households are told of these. One that somebody answers at this moment is left to them.
 */
export async function findOthers(
  tx: Tx,
  viewer: MemberViewer,
  visitId: string,
  now: Temporal.Instant,
): Promise<void> {
  for (const request of await rivals(tx, viewer, visitId)) {
    const instead = await timesInstead(tx, viewer, request, now)
    if (!instead) continue
    await tx
      .update(visitRequest)
      .set({ lostTo: visitId, instead, version: sql`${visitRequest.version} + 1` })
      .where(and(visibleRequests(viewer), eq(visitRequest.id, request.id)))
    await audit(tx, viewer, 'lose', 'visit_request', request.id)
    await tellOfLoss(tx, viewer, request.id, now)
  }
}

/** A booking that was undone before anybody heard of it: whoever lost to it waits as before. */
export async function undoLosses(tx: Tx, viewer: Viewer, visitId: string): Promise<void> {
  const rows = await tx
    .update(visitRequest)
    .set({ lostTo: null, instead: [], version: sql`${visitRequest.version} + 1` })
    .where(and(visibleRequests(viewer), eq(visitRequest.lostTo, visitId)))
    .returning({ id: visitRequest.id })
  for (const { id } of rows) await withdraw(tx, viewer.practiceId, mailOfLoss(id, visitId))
}

/**
 * A household whose times are gone asks for one of those that were found instead, and the practice answers it like any
 * other. Refused once it was answered, and for a time that was not among them.
 */
export async function chooseInstead(
  viewer: GuardianViewer,
  { id, version, offer }: ChooseInstead,
): Promise<Result> {
  const result = await asViewer(viewer, async (tx): Promise<Result<{ lostTo: string | null }>> => {
    const mine = and(
      visibleRequests(viewer),
      viewer.kind === 'guardian' ? undefined : sql`false`,
      eq(visitRequest.id, idFrom(id)),
    )
    const [row] = await tx.select().from(visitRequest).where(mine).for('update')
    const { state, lostTo, ...request } = found(row)
    if (state !== 'open') return refused('request.refused.answered')
    if (request.version !== version || !request.instead.includes(offer))
      return refused('request.refused.notATime')
    await tx
      .update(visitRequest)
      .set({ choices: [offer], lostTo: null, instead: [], version: version + 1 })
      .where(mine)
    await audit(tx, viewer, 'chooseInstead', 'visit_request', id)
    await tellOfRequest(tx, viewer, id)
    return done({ lostTo })
  })
  if (!result.ok) return result
  const { lostTo } = result.value
  // Who read of it on the page needs no mail; mails are the practice's to take back.
  await asViewer(practiceFor(viewer), async (tx) => {
    if (lostTo) await withdraw(tx, viewer.practiceId, mailOfLoss(id, lostTo))
  })
  return done()
}

type Rival = Awaited<ReturnType<typeof rivals>>[number]

/** Requests that name the consultant of a visit within half a day of it; none that is being answered. */
const rivals = (tx: Tx, viewer: Viewer, visitId: string) =>
  tx
    .select({
      id: visitRequest.id,
      choices: visitRequest.choices,
      clientId: visitRequest.clientId,
      animalIds: visitRequest.animalIds,
      zone: client.zone,
      minutes: service.minutes,
      setUp: service.setupMinutes,
      wrapUp: service.wrapupMinutes,
      maxDrive: service.maxTravelMinutes,
      place: service.place,
      noticeHours: service.noticeHours,
    })
    .from(visitRequest)
    .innerJoin(
      client,
      and(eq(client.practiceId, visitRequest.practiceId), eq(client.id, visitRequest.clientId)),
    )
    .innerJoin(
      service,
      and(eq(service.practiceId, visitRequest.practiceId), eq(service.id, visitRequest.serviceId)),
    )
    .where(
      and(
        visibleRequests(viewer),
        sql`${visitRequest.id} in (select r.id from app.visit_request r
          join app.visit v on v.practice_id = r.practice_id and v.id = ${visitId} and v.client_id <> r.client_id
          where r.practice_id = ${viewer.practiceId} and r.state = 'open' and r.lost_to is null
            and exists (select 1 from unnest(r.choices) choice
              where split_part(choice, '/', 2) = v.consultant_id::text and split_part(choice, '/', 1)::timestamp
                between v.local_start - interval '12 hours' and v.local_start + interval '12 hours')
          for update of r skip locked)`,
      ),
    )

/** Times are looked for from two days before the first that was asked for. Ours. */
const before = 48

/** The times that fit instead of those that were asked for; null where one of these can still be had. */
async function timesInstead(
  tx: Tx,
  viewer: Viewer,
  request: Rival,
  now: Temporal.Instant,
): Promise<string[] | null> {
  const { zone, clientId, choices, noticeHours } = request
  const asked = choices.flatMap((value) => {
    const { wall, consultantId } = choiceOf(value)
    const at = instantOf(wall, zone)
    return typeof at === 'string' ? [] : [{ at, consultantId }]
  })
  const sorted = asked.map(({ at }) => at).toSorted((a, b) => Temporal.Instant.compare(a, b))
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) return null
  const soonest = now.add({ hours: Math.max(1, noticeHours) })
  const near = first.subtract({ hours: before })
  const after = Temporal.Instant.compare(near, soonest) > 0 ? near : soonest
  const from = Temporal.Instant.compare(first, after) < 0 ? first : after
  const context = await schedulingContext(viewer, { clientId, from, until: last.add({ hours: reach }), now })
  const wish = { ...request, notice: 0, horizon: null }
  const stands = ({ at, consultantId }: (typeof asked)[number]) => {
    const consultant = context.consultants.find(({ id }) => id === consultantId)
    const its: Wish = { ...wish, visitId: '', at, consultantId }
    return (
      consultant && !fits(askedOf(context, its, now), consultant, at.epochMilliseconds).misfits.some(isWall)
    )
  }
  if (asked.some(stands)) return null
  const calm = await calmAnimals(tx, viewer, request.animalIds, now)
  const sought = { ...wish, consultantId: null, forOwner: true as const }
  return timesIn(context, sought, after, now, calm).map(({ value }) => value)
}
