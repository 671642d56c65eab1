import { sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import type { Viewer } from '@/lib/domain/access/viewer'
import { longestTravel } from '@/lib/domain/scheduling/travel'
import { dayOf, spanOfDay } from '@/lib/domain/time/time'

type Arrival = {
  id: string
  consultantId: string
  clientId: string
  place: 'home' | 'remote'
  setOutAt: Temporal.Instant | null
}

/**
 * Writes down the drive that ends with this arrival, where there is one: from the home the consultant left last, at
 * most 180 minutes ago and with no visit or call in between; on the first way of a day from where the day begins, if
 * setting off was tapped. It counts from that tap, else from leaving. Inside the transaction of the arrival.
 */
export async function writeDrive(
  tx: Tx,
  viewer: Viewer,
  arrival: Arrival,
  now: Temporal.Instant,
): Promise<void> {
  if (arrival.place === 'remote') return
  const { practiceId, zone } = viewer
  const { id, consultantId, clientId } = arrival
  const at = sql`${now.toString()}::timestamptz`
  const setOut = sql`${arrival.setOutAt?.toString() ?? null}::timestamptz`
  const today = dayOf(now, zone)
  const midnight = sql`${spanOfDay(today, zone).from.toString()}::timestamptz`
  await tx.execute(sql`
    with last_home as (
      select v.id, v.client_id, v.left_at from app.visit v
      where v.practice_id = ${practiceId} and v.consultant_id = ${consultantId} and v.place = 'home'
        and v.id <> ${id} and v.left_at <= ${at} and v.left_at > ${at} - make_interval(mins => ${longestTravel}::int)
      order by v.left_at desc limit 1
    ), ways as (
      select 'client' as place, client_id, greatest(left_at, ${setOut}) as began from last_home
      where client_id <> ${clientId} and not exists (select 1 from app.visit b
        where b.practice_id = ${practiceId} and b.consultant_id = ${consultantId}
          and b.id not in (last_home.id, ${id}) and b.status <> 'cancelled'
          and (b.during && tstzrange(last_home.left_at, ${at})
            or (b.arrived_at > last_home.left_at and b.arrived_at <= ${at})))
      union all
      select p.place, null, ${setOut} from (select coalesce(
          (select e.hours ->> 'startPlace' from app.working_exception e where e.practice_id = ${practiceId}
            and e.member_id = ${consultantId} and e.day = ${today.toString()}::date),
          (select w.days -> ${String(today.dayOfWeek)}::text ->> 'startPlace' from app.working_week w
            where w.practice_id = ${practiceId} and w.member_id = ${consultantId}),
          'office') as place) p
      where p.place in ('office', 'home') and ${setOut} > ${at} - make_interval(mins => ${longestTravel}::int)
        and not exists (select 1 from app.visit b where b.practice_id = ${practiceId}
          and b.consultant_id = ${consultantId} and b.id <> ${id} and b.arrived_at between ${midnight} and ${at})
    )
    insert into app.drive
      (practice_id, to_visit_id, consultant_id, from_place, from_client_id, to_client_id, minutes, arrived_at)
    select ${practiceId}, ${id}, ${consultantId}, place, client_id, ${clientId},
      greatest(1, round(extract(epoch from ${at} - began) / 60)::int), ${at}
    from ways limit 1
    on conflict do nothing`)
}
