import { and, asc, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, service, visitRequest } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { choiceOf } from '@/lib/domain/request/choice'
import type { AskedTime, OpenRequest } from '@/lib/domain/request/pages'
import { instantOf } from '@/lib/domain/time/time'
import { wallLabel } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

/** A request as the database has it. */
export type RequestRow = Omit<OpenRequest, 'choices' | 'askedAt'> & { choices: string[]; askedAt: string }

/** The requests of a practice that wait, the oldest first, as a column of a statement over `practice`. For members. */
export const openRequestRows = sql<
  RequestRow[]
>`(select coalesce(json_agg(json_build_object('id', r.id, 'version', r.version,
    'clientId', c.id, 'household', c.name, 'zone', c.zone, 'askedBy', p.name, 'askedAt', r.asked_at,
    'serviceName', s.name, 'choices', r.choices, 'words', r.words, 'lost', r.lost_to is not null,
    'animals', (select coalesce(json_agg(a.name order by a.created_at, a.id), '[]') from app.animal a
      where a.practice_id = r.practice_id and a.id = any(r.animal_ids) and a.archived_at is null))
    order by r.asked_at, r.id), '[]')
  from app.visit_request r
    join app.client c on c.practice_id = r.practice_id and c.id = r.client_id and c.archived_at is null
    join app.service s on s.practice_id = r.practice_id and s.id = r.service_id
    join app.contact p on p.practice_id = r.practice_id and p.id = r.asked_by
  where r.practice_id = practice.id and r.state = 'open')`

/** The rows with their times in words, each with whoever it was asked of. */
export function readRequests(
  rows: readonly RequestRow[],
  trainers: readonly { id: string; name: string }[],
): OpenRequest[] {
  return rows.map(({ choices, askedAt, ...row }) => ({
    ...row,
    askedAt: Temporal.Instant.from(askedAt),
    choices: choices.map((value) => {
      const { wall, consultantId } = choiceOf(value)
      const who = trainers.find(({ id }) => id === consultantId)?.name
      const when = wallLabel(wall)
      return { value, label: who === undefined ? when : text('request')('with', { when, who }) }
    }),
  }))
}

/** The times between two moments that open requests name and can still be had, in one statement. For members. */
export async function askedTimes(
  tx: Tx,
  viewer: Viewer,
  span: { from: Temporal.Instant; until: Temporal.Instant },
): Promise<AskedTime[]> {
  const rows = await tx
    .select({
      requestId: visitRequest.id,
      household: client.name,
      zone: client.zone,
      serviceName: service.name,
      minutes: service.minutes,
      choices: visitRequest.choices,
      animals: sql<
        string[]
      >`(select coalesce(json_agg(a.name order by a.created_at, a.id), '[]') from app.animal a
        where a.practice_id = ${visitRequest.practiceId} and a.id = any(${visitRequest.animalIds})
          and a.archived_at is null)`,
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
        eq(visitRequest.practiceId, viewer.practiceId),
        canKeepClients(viewer) ? undefined : sql`false`,
        eq(visitRequest.state, 'open'),
        sql`${visitRequest.lostTo} is null and ${visitRequest.choices} <> '{}' and ${client.archivedAt} is null`,
      ),
    )
    .orderBy(asc(visitRequest.askedAt), asc(visitRequest.id))
  return rows.flatMap(({ choices, zone, minutes, ...row }) =>
    choices.flatMap((value) => {
      const { wall, consultantId } = choiceOf(value)
      const from = instantOf(wall, zone)
      if (typeof from === 'string') return []
      const inside =
        Temporal.Instant.compare(from, span.from) >= 0 && Temporal.Instant.compare(from, span.until) < 0
      return inside ? [{ ...row, consultantId, from, leaves: from, until: from.add({ minutes }) }] : []
    }),
  )
}
