import { and, asc, eq, ne, or, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { client, practice, service, visit } from '@/db/schema'
import type { FeedViewer } from '@/lib/domain/access/viewer'
import { feedWindow, type FeedVisit } from '@/lib/domain/feed/feed'
import { namesOfVisit } from './animals-of-visit'
import { asViewer } from './as-viewer'

/** A feed is read for one member's visits. */
const visibleVisits = (viewer: FeedViewer) =>
  and(eq(visit.practiceId, viewer.practiceId), eq(visit.consultantId, viewer.memberId))

/** More visits than anybody drives to in seven months. */
const most = 2_000

/**
 * The member's visits from thirty days back to 180 ahead, cancelled ones for thirty days after, in one statement.
 * Households, addresses and phones are not even asked for where the member did not opt into them.
 */
export function feedVisits(viewer: FeedViewer, now: Temporal.Instant): Promise<FeedVisit[]> {
  const days = (count: number) => now.add({ hours: 24 * count }).toString()
  return asViewer(viewer, async (tx) => {
    const rows = await tx
      .select({
        id: visit.id,
        status: visit.status,
        version: visit.version,
        changedAt: visit.changedAt,
        during: visit.during,
        blocked: visit.blocked,
        zone: visit.zone,
        place: visit.place,
        serviceName: service.name,
        animals: namesOfVisit,
        home: { lat: client.lat, lng: client.lng },
        office: { lat: practice.baseLat, lng: practice.baseLng },
        household: viewer.details ? household : sql<null>`null`,
      })
      .from(visit)
      .innerJoin(practice, eq(practice.id, visit.practiceId))
      .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
      .innerJoin(service, and(eq(service.practiceId, visit.practiceId), eq(service.id, visit.serviceId)))
      .where(
        and(
          visibleVisits(viewer),
          // A wall time is within a day of its moment: the index looks there first.
          sql`visit.local_start between ${days(-feedWindow.back - 1)}::timestamp and ${days(feedWindow.ahead + 1)}::timestamp`,
          sql`lower(visit.during) between ${days(-feedWindow.back)}::timestamptz
            and ${days(feedWindow.ahead)}::timestamptz`,
          or(
            ne(visit.status, 'cancelled'),
            sql`visit.cancelled_at >= ${days(-feedWindow.cancelled)}::timestamptz`,
          ),
        ),
      )
      .orderBy(asc(sql`lower(visit.during)`), asc(visit.id))
      .limit(most)
    return rows.map(({ during, blocked, ...row }) => ({ ...row, ...during, leaves: blocked.from }))
  })
}

const household = sql<FeedVisit['household']>`(select json_build_object('name', client.name,
    'address', concat_ws(', ', nullif(client.street, ''), nullif(concat_ws(' ', nullif(client.postcode, ''), nullif(client.town, '')), '')),
    'contact', coalesce(c.name, ''), 'phone', coalesce(c.phone, ''))
  from (select 1) one left join lateral (select c.name, c.phone from app.contact c
    where c.practice_id = visit.practice_id and c.client_id = visit.client_id and c.removed_at is null
    order by c.is_main desc, (c.phone <> '') desc, c.created_at limit 1) c on true)`
