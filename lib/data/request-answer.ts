import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { practice, visitRequest } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import type { OpenRequest } from '@/lib/domain/request/pages'
import type { ApproveRequest, DeclineRequest } from '@/lib/domain/request/schema'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { askedFor } from '@/lib/domain/visit/schema'
import { withdraw } from '@/lib/mail/outbox'
import { asViewer, audit, found, idFrom } from './as-viewer'
import { bookVisit } from './booking'
import { orRefused } from './booking-wall'
import { mailOfLoss, tellOfDecline } from './request-mail'
import { findOthers } from './request-lost'
import { openRequestRows, readRequests } from './request-rows'

/** Requests are answered by everybody who works here. */
const visibleRequests = (viewer: Viewer) =>
  and(eq(visitRequest.practiceId, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)

export type RequestsPage = { requests: OpenRequest[]; trainers: { id: string; name: string }[] }

/** The requests that wait, the oldest first, with all that answering needs, in one statement. For members. */
export function openRequests(viewer: Viewer): Promise<RequestsPage> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const [row] = await tx
      .select({
        rows: openRequestRows,
        trainers: sql<RequestsPage['trainers']>`(select coalesce(json_agg(json_build_object('id', m.id,
          'name', m.name) order by m.name), '[]') from app.member m where m.practice_id = practice.id
            and m.removed_at is null and m.role <> 'assistant')`,
      })
      .from(practice)
      .where(eq(practice.id, viewer.practiceId))
    const { rows, trainers } = found(row)
    return { requests: readRequests(rows, trainers), trainers }
  })
}

/**
 * Approves a request at a time that was asked for, was offered instead or is written out: booked through the wall at
 * this moment, and told like every booking. Refused like a booking, with the next times that fit, and where somebody
 * answered before; nothing is changed then. Requests that lose all their times to it get the next ones.
 */
export function approveRequest(
  viewer: MemberViewer,
  input: ApproveRequest,
  now: Temporal.Instant,
): Promise<Result<{ visitId: string }>> {
  return orRefused(
    asViewer(viewer, async (tx) => {
      const request = await requestToAnswer(tx, viewer, input.id)
      if (request.state !== 'open') return refused('request.refused.answered')
      const time = askedFor({ day: input.day ?? '', time: input.time ?? '', offer: input.offer })
      const consultantId = time.who ?? input.consultantId
      if (!time.day || !time.time || !consultantId) return refused('request.refused.noTime')
      const result = await bookVisit(
        viewer,
        {
          ...{ clientId: request.clientId, serviceId: request.serviceId, animalIds: request.animalIds },
          ...{ consultantId, day: time.day, time: time.time, message: '', inTime: true },
          ...{ anyway: input.anyway, overlap: input.overlap },
        },
        now,
      )
      if (!result.ok) return named(result, consultantId)
      const { visitId } = result.value
      await answer(tx, viewer, request, { state: 'approved', visitId }, now)
      await findOthers(tx, viewer, visitId, now)
      return result
    }),
  )
}

/** Declines a request with a sentence that its household reads, in the mail and on its page. */
export function declineRequest(
  viewer: MemberViewer,
  input: DeclineRequest,
  now: Temporal.Instant,
): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const request = await requestToAnswer(tx, viewer, input.id)
    if (request.state !== 'open') return refused('request.refused.answered')
    await answer(tx, viewer, request, { state: 'declined', answer: input.answer }, now)
    await tellOfDecline(tx, viewer, request.id)
    return done()
  })
}

/** A booking that was undone before anybody heard of it: its request waits again. */
export async function askAgain(tx: Tx, viewer: Viewer, visitId: string): Promise<void> {
  await tx
    .update(visitRequest)
    .set({
      ...{ state: 'open', visitId: null, answeredAt: null, answeredBy: null },
      version: sql`${visitRequest.version} + 1`,
    })
    .where(and(visibleRequests(viewer), eq(visitRequest.visitId, visitId)))
}

/** Under its lock, with the animals that still live there. */
async function requestToAnswer(tx: Tx, viewer: Viewer, id: string) {
  const [row] = await tx
    .select({
      request: visitRequest,
      living: sql<string[]>`(select coalesce(json_agg(a.id), '[]') from app.animal a
        where a.practice_id = ${visitRequest.practiceId} and a.id = any(${visitRequest.animalIds})
          and a.archived_at is null)`,
    })
    .from(visitRequest)
    .where(and(visibleRequests(viewer), eq(visitRequest.id, idFrom(id))))
    .for('update')
  const { request, living } = found(row)
  return { ...request, animalIds: living }
}

async function answer(
  tx: Tx,
  viewer: MemberViewer,
  { id, version, lostTo }: { id: string; version: number; lostTo: string | null },
  change: { state: 'approved'; visitId: string } | { state: 'declined'; answer: string },
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .update(visitRequest)
    .set({ ...change, answeredAt: now, answeredBy: viewer.memberId, version: version + 1 })
    .where(and(visibleRequests(viewer), eq(visitRequest.id, id)))
  if (lostTo) await withdraw(tx, viewer.practiceId, mailOfLoss(id, lostTo))
  await audit(tx, viewer, change.state === 'approved' ? 'approve' : 'decline', 'visit_request', id)
}

/** The times offered instead are of the same consultant, and say so. */
const named = <T>(result: Extract<Result<T>, { ok: false }>, consultantId: string): Result<T> => ({
  ...result,
  ...(result.offers && {
    offers: result.offers.map((one) => ({ ...one, value: `${one.value}/${consultantId}` })),
  }),
})
