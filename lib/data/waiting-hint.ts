import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { FreeAhead } from '@/lib/domain/waiting/pages'

/** How far ahead a visit stands or stood that left a time, days, and how many are named. Ours. */
const [reach, most] = [28, 4]

type FreeAheadRow = Omit<FreeAhead, 'from'> & { from: string }

/**
 * Times that visits left when they were called off, moved or handed over, that lie ahead and are free, not offered to
 * anybody, and for which somebody waits by days and times, the soonest first; a column of a statement over `practice`.
 * Whom the drive fits, the page of the visit says. Nothing is looked for where nobody waits. For members.
 */
export const freeTimesAhead = (now: Temporal.Instant) => {
  const [at, day] = [now.toString(), now.toZonedDateTimeISO('UTC').toPlainDate()]
  const [first, last] = [day.subtract({ days: 1 }).toString(), day.add({ days: reach }).toString()]
  return sql<
    FreeAheadRow[]
  >`(select case when not exists (select 1 from app.waiting w where w.practice_id = practice.id and w.state = 'waiting')
    then '[]'::json else (select coalesce(json_agg(free order by free."from"), '[]') from (
      select v.id as "visitId", left_at.moment as "from", v.zone, m.name as "consultantName", those.waits
      from app.visit v
        join app.visit_change c on c.practice_id = v.practice_id and c.visit_id = v.id and c.version = v.version
        join app.member m on m.practice_id = v.practice_id and m.id = (c.before ->> 'consultantId')::uuid
        cross join lateral (select (c.before ->> 'start')::timestamp as wall,
          (c.before ->> 'start')::timestamp at time zone v.zone as moment) left_at
        cross join lateral (select tstzrange(left_at.moment, left_at.moment + v.minutes * interval '1 minute') as span) its
        cross join lateral (select count(distinct w.client_id)::int as waits from app.waiting w
          where w.practice_id = practice.id and w.state = 'waiting' and w.client_id <> v.client_id
            and w.until_day >= left_at.wall::date
            and (w.weekdays = '{}' or extract(isodow from left_at.wall)::int = any(w.weekdays))
            and coalesce(w.from_time, '') <= to_char(left_at.wall, 'HH24:MI')
            and coalesce(w.until_time, '24:00') >= to_char(left_at.wall, 'HH24:MI')) those
      where v.practice_id = practice.id
        and v.local_start between ${first}::timestamp and ${last}::timestamp
        and c.verb in ('cancelled', 'moved', 'reassigned') and c.before ->> 'stands' = 'true'
        and left_at.moment > ${at}::timestamptz and those.waits > 0
        and not exists (select 1 from app.waiting_offer o where o.practice_id = v.practice_id and o.freed_by = v.id
          and o.state in ('next', 'open', 'accepted'))
        and not exists (select 1 from app.visit o where o.practice_id = v.practice_id and o.consultant_id = m.id
          and o.status in ('booked', 'confirmed', 'arrived', 'done') and o.blocked && its.span)
        and not exists (select 1 from app.visit_hold h where h.practice_id = v.practice_id and h.consultant_id = m.id
          and h.held_until > ${at}::timestamptz and h.during && its.span)
      order by left_at.moment limit ${most}) free) end)`
}

export const readFreeTimes = (rows: readonly FreeAheadRow[]): FreeAhead[] =>
  rows.map(({ from, ...row }) => ({ ...row, from: Temporal.Instant.from(from) }))
