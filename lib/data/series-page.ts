import { and, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { client, visit, visitSeries } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { SeriesPage } from '@/lib/domain/series/planned'
import { asViewer, found, idFrom } from './as-viewer'
import { bookableVisits } from './booking-facts'

/** A series as seen from one of its visits, in one statement. NotFound for a visit that is of none. */
export function seriesOf(viewer: Viewer, visitId: string): Promise<SeriesPage> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        its: visit,
        series: visitSeries,
        household: { id: client.id, name: client.name },
        services: sql<SeriesPage['services']>`(select json_agg(json_build_object('id', s.id, 'name', s.name)
          order by s.sort, s.name) from app.service s where s.practice_id = visit.practice_id
            and (s.retired_at is null or s.id = visit.service_id))`,
        trainers: sql<
          SeriesPage['trainers']
        >`(select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name)
          order by m.name), '[]') from app.member m where m.practice_id = visit.practice_id
            and m.removed_at is null and m.role <> 'assistant')`,
        visits: sql<(Omit<SeriesPage['visits'][number], 'start'> & { start: string })[]>`(select json_agg(
          json_build_object('id', v.id, 'start', v.local_start, 'status', v.status, 'ownWay', v.own_way)
          order by v.local_start) from app.visit v where v.practice_id = visit.practice_id
            and v.series_id = visit.series_id)`,
      })
      .from(visit)
      .innerJoin(
        visitSeries,
        and(eq(visitSeries.practiceId, visit.practiceId), eq(visitSeries.id, visit.seriesId)),
      )
      .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
      .where(and(bookableVisits(viewer), eq(visit.id, idFrom(visitId))))
    const { its, series, visits, ...rest } = found(row)
    return {
      ...rest,
      visit: { id: its.id, version: its.version, status: its.status, start: its.localStart, zone: its.zone },
      everyWeeks: series.everyWeeks,
      weekdays: series.weekdays,
      first: series.firstStart,
      serviceId: its.serviceId,
      consultantId: its.consultantId,
      visits: visits.map((one) => ({ ...one, start: Temporal.PlainDateTime.from(one.start) })),
    }
  })
}
