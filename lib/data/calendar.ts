import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { client, member, practice, service, visit } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'
import { spanOfDay } from '@/lib/domain/time/time'
import type { CalendarPage } from '@/lib/domain/visit/pages'
import { asViewer, found } from './as-viewer'

/** The calendar is the practice's: for those who work here. */
const visibleVisits = (viewer: Viewer) =>
  and(eq(visit.practiceId, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)

/**
 * The visits between two days (both included), cancelled ones left out, of one consultant or of all, in two
 * statements however many. Days are those of the practice's zone.
 */
export function calendarOf(
  viewer: Viewer,
  asked: { from: Temporal.PlainDate; to: Temporal.PlainDate; who?: string | undefined },
): Promise<CalendarPage> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const [row] = await tx
      .select({
        zone: practice.zone,
        dayStart: practice.dayStart,
        dayEnd: practice.dayEnd,
        trainers: sql<CalendarPage['trainers']>`(select coalesce(json_agg(json_build_object('id', m.id,
          'name', m.name) order by m.name), '[]') from app.member m where m.practice_id = practice.id
            and m.removed_at is null and m.role <> 'assistant')`,
      })
      .from(practice)
      .where(eq(practice.id, viewer.practiceId))
    const { zone, dayStart, dayEnd, trainers } = found(row)
    const from = spanOfDay(asked.from, zone).from
    const until = spanOfDay(asked.to, zone).until
    const who = trainers.find(({ id }) => id === asked.who)?.id
    const rows = await tx
      .select({
        id: visit.id,
        status: visit.status,
        during: visit.during,
        blocked: visit.blocked,
        zone: visit.zone,
        place: visit.place,
        serviceName: service.name,
        household: client.name,
        consultantId: visit.consultantId,
        consultantName: member.name,
        animals: sql<string[]>`(select coalesce(json_agg(a.name order by a.created_at, a.id), '[]')
          from app.visit_animal va join app.animal a on a.practice_id = va.practice_id and a.id = va.animal_id
          where va.practice_id = visit.practice_id and va.visit_id = visit.id)`,
      })
      .from(visit)
      .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
      .innerJoin(service, and(eq(service.practiceId, visit.practiceId), eq(service.id, visit.serviceId)))
      .innerJoin(member, and(eq(member.practiceId, visit.practiceId), eq(member.id, visit.consultantId)))
      .where(
        and(
          visibleVisits(viewer),
          ne(visit.status, 'cancelled'),
          who ? eq(visit.consultantId, who) : undefined,
          // The wall time of a home is within a day of the practice's: the index looks there first.
          sql`visit.local_start >= ${asked.from.subtract({ days: 1 }).toString()}::timestamp`,
          sql`visit.local_start < ${asked.to.add({ days: 2 }).toString()}::timestamp`,
          sql`lower(visit.during) >= ${from.toString()}::timestamptz`,
          sql`lower(visit.during) < ${until.toString()}::timestamptz`,
        ),
      )
      .orderBy(asc(sql`lower(visit.during)`), asc(visit.id))
    return {
      zone,
      opens: minutesOf(dayStart),
      closes: minutesOf(dayEnd),
      trainers,
      visits: rows.map(({ during, blocked, ...row }) => ({ ...row, ...during, leaves: blocked.from })),
    }
  })
}

const minutesOf = (wall: string): number => {
  const { hour, minute } = Temporal.PlainTime.from(wall)
  return hour * 60 + minute
}
