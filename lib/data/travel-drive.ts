import { sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import type { Viewer } from '@/lib/domain/access/viewer'
import { longestTravel } from '@/lib/domain/scheduling/travel'

type Arrival = { id: string; consultantId: string; clientId: string; place: 'home' | 'remote' }

/**
 * Writes down the drive that ends with this arrival, where there is one: the consultant left another home at most
 * 180 minutes ago, and no visit or call stood in between. Inside the transaction of the arrival.
 */
export async function writeDrive(
  tx: Tx,
  viewer: Viewer,
  arrival: Arrival,
  now: Temporal.Instant,
): Promise<void> {
  if (arrival.place === 'remote') return
  const { practiceId } = viewer
  const { id, consultantId, clientId } = arrival
  const at = sql`${now.toString()}::timestamptz`
  await tx.execute(sql`
    insert into app.drive (practice_id, to_visit_id, consultant_id, from_client_id, to_client_id, minutes, arrived_at)
    select ${practiceId}, ${id}, ${consultantId}, a.client_id, ${clientId},
      greatest(1, round(extract(epoch from ${at} - a.left_at) / 60)::int), ${at}
    from (select v.id, v.client_id, v.left_at from app.visit v
      where v.practice_id = ${practiceId} and v.consultant_id = ${consultantId} and v.place = 'home'
        and v.id <> ${id} and v.left_at <= ${at} and v.left_at > ${at} - make_interval(mins => ${longestTravel}::int)
      order by v.left_at desc limit 1) a
    where a.client_id <> ${clientId} and not exists (select 1 from app.visit b
      where b.practice_id = ${practiceId} and b.consultant_id = ${consultantId} and b.id not in (a.id, ${id})
        and b.status <> 'cancelled'
        and (b.during && tstzrange(a.left_at, ${at}) or (b.arrived_at > a.left_at and b.arrived_at <= ${at})))
    on conflict do nothing`)
}
