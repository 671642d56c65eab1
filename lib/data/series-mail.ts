import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { contact, member, practice, visit, visitSeries } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { seriesMail } from '@/lib/mail/messages'
import { enqueue } from '@/lib/mail/outbox'

export type SeriesNews =
  { is: 'booked' } | { is: 'changed' } | { is: 'ended'; reason: string; ended: readonly string[] }

type Dated = { id: string; start: string; standing: boolean }

/** One mail to the household with every date of its series that lies ahead; in the transaction that changed it. */
export async function tellOfSeries(
  tx: Tx,
  viewer: Viewer,
  seriesId: string,
  news: SeriesNews,
  now: Temporal.Instant,
): Promise<void> {
  const ofSeries = sql`from ${visit} v where v.practice_id = visit_series.practice_id and v.series_id = visit_series.id`
  const [row] = await tx
    .select({
      to: contact.email,
      name: contact.name,
      practiceName: practice.name,
      consultant: member.name,
      zone: sql<string>`(select v.zone ${ofSeries} limit 1)`,
      version: sql<number>`(select sum(v.version)::int ${ofSeries})`,
      visits: sql<Dated[]>`(select coalesce(json_agg(json_build_object('id', v.id, 'start', v.local_start,
        'standing', v.status in ('booked', 'confirmed')) order by v.local_start), '[]') ${ofSeries}
          and upper(v.during) > ${now.toString()}::timestamptz)`,
    })
    .from(visitSeries)
    .innerJoin(practice, eq(practice.id, visitSeries.practiceId))
    .innerJoin(
      member,
      and(eq(member.practiceId, visitSeries.practiceId), eq(member.id, visitSeries.consultantId)),
    )
    .innerJoin(
      contact,
      and(
        eq(contact.practiceId, visitSeries.practiceId),
        eq(contact.clientId, visitSeries.clientId),
        isNull(contact.removedAt),
        isNotNull(contact.email),
      ),
    )
    .where(and(eq(visitSeries.practiceId, viewer.practiceId), eq(visitSeries.id, seriesId)))
    .orderBy(desc(contact.isMain), asc(contact.createdAt))
    .limit(1)
  if (!row?.to) return
  const { to, version, visits, ...facts } = row
  const told = visits.filter(({ id, standing }) => (news.is === 'ended' ? news.ended.includes(id) : standing))
  const walls = told.map(({ start }) => Temporal.PlainDateTime.from(start))
  await enqueue(tx, {
    practiceId: viewer.practiceId,
    kind: `series_${news.is}`,
    to,
    ...seriesMail({ ...facts, walls }, news),
    dedupeKey: `series:${seriesId}:${news.is}:${version}`,
  })
}
