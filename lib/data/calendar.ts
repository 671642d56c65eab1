import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { client, member, service, visit } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'
import { homeward, shadesOf } from '@/lib/domain/scheduling/calendar-days'
import { spanOfDay } from '@/lib/domain/time/time'
import type { CalendarPage } from '@/lib/domain/visit/pages'
import { namesOfVisit } from './animals-of-visit'
import { asViewer } from './as-viewer'
import { askedTimes } from './request-rows'
import { schedulingContext } from './scheduling-context'

/** The calendar is the practice's: for those who work here. */
const visibleVisits = (viewer: Viewer) =>
  and(eq(visit.practiceId, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)

/**
 * The visits of some days, cancelled ones left out, of one consultant or of all, with the drives around them and
 * the time nobody works, and the times that households ask for: five statements, six with a route server, however
 * many visits and consultants. Days are those of the practice's zone.
 */
export function calendarOf(
  viewer: Viewer,
  wanted: { days: readonly Temporal.PlainDate[]; who?: string | undefined },
): Promise<CalendarPage> {
  return asViewer(viewer, async (tx) => {
    const { days } = wanted
    const [first, last] = [days[0], days.at(-1)]
    if (!canKeepClients(viewer) || !first || !last) throw new NotFound()
    const from = spanOfDay(first, viewer.zone).from
    const until = spanOfDay(last, viewer.zone).until
    const context = await schedulingContext(viewer, { from, until })
    const { zone } = context
    const trainers = [...context.names].map(([id, name]) => ({ id, name }))
    const who = trainers.find(({ id }) => id === wanted.who)?.id
    const rows = await tx
      .select({
        id: visit.id,
        status: visit.status,
        during: visit.during,
        blocked: visit.blocked,
        zone: visit.zone,
        place: visit.place,
        serviceName: service.name,
        mark: service.mark,
        household: client.name,
        consultantId: visit.consultantId,
        consultantName: member.name,
        animals: namesOfVisit,
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
          sql`visit.local_start >= ${first.subtract({ days: 1 }).toString()}::timestamp`,
          sql`visit.local_start < ${last.add({ days: 2 }).toString()}::timestamp`,
          sql`lower(visit.during) >= ${from.toString()}::timestamptz`,
          sql`lower(visit.during) < ${until.toString()}::timestamptz`,
        ),
      )
      .orderBy(asc(sql`lower(visit.during)`), asc(visit.id))
    const asked = await askedTimes(tx, viewer, { from, until })
    const ways = new Map(days.flatMap((day) => [...homeward(context, day)]))
    return {
      zone,
      trainers,
      visits: rows.map(({ during, blocked, ...row }) => ({
        ...row,
        ...during,
        leaves: blocked.from,
        homeward: ways.get(row.id) ?? 0,
      })),
      asked: asked.filter(({ consultantId }) => who === undefined || consultantId === who),
      shades: new Map(
        context.consultants.map((consultant) => [
          consultant.id,
          new Map(days.map((day) => [day.toString(), shadesOf(context, consultant, day)])),
        ]),
      ),
    }
  })
}
