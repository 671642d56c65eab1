import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { choiceOf } from '@/lib/domain/request/choice'
import type { OpenRequest } from '@/lib/domain/request/pages'
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
