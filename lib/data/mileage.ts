import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, drive, service, visit } from '@/db/schema'
import { canKeepClients, canRunPractice, canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { totalOf, waysOf, type Way } from '@/lib/domain/mileage/mileage'
import { NotFound } from '@/lib/domain/result/result'
import { kilometresBetween } from '@/lib/domain/scheduling/distance'
import { placeOf } from '@/lib/domain/scheduling/travel'
import type { Spot } from '@/lib/domain/scheduling/travel-source'
import { daysOf, workingDays } from '@/lib/domain/scheduling/working-day'
import type { DayPlace } from '@/lib/domain/scheduling/working-time'
import { dayOf, spanOfDay } from '@/lib/domain/time/time'
import { zoneClock } from '@/lib/domain/time/zone-clock'
import type { VisitStatus } from '@/lib/domain/visit/status'
import { asViewer, found } from './as-viewer'
import { spotOfHome } from './place-of-home'
import { schedulingContext } from './scheduling-context'
import { knownRoutes } from './travel-facts'

/** Where a consultant drove is for who works there; a colleague's days are for the practice owner. */
const visibleVisits = (viewer: Viewer) =>
  and(eq(visit.practiceId, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)

/** One end of a way: a household, or where the day begins and ends. */
export type MileagePlace = {
  spot: Spot
  place: 'client' | 'office' | 'home'
  name: string
  address: string
  serviceName: string
  /** Minutes that taps measured on the way there; null where they did not. */
  minutes: number | null
}
type Drive = { ways: Way<MileagePlace>[]; homes: number; km: number; unknown: number; minutes: number }
export type MileageDay = { day: Temporal.PlainDate; planned: Drive; driven: Drive }
export type MileagePage = {
  who: { id: string; name: string }
  /** Whose mileage this viewer may look at. */
  trainers: { id: string; name: string }[]
  days: MileageDay[]
}

/** What stood in the day's plan, and what of it somebody went to. A home nobody opened was driven to all the same. */
const planned: readonly VisitStatus[] = ['booked', 'confirmed', 'arrived', 'done', 'no_show']
const wentTo: ReadonlySet<VisitStatus> = new Set(['arrived', 'done', 'no_show'])

/**
 * The days of a span with their ways as planned, in the order of the visits, and as driven, in the order of the taps;
 * kilometres of a route server where one is set, else the straight line over the practice's roads. Four statements,
 * five with a route server. A consultant sees their own, the practice owner everybody's; NotFound for anybody else.
 */
export function mileageOf(
  viewer: Viewer,
  { first, last, who }: { first: Temporal.PlainDate; last: Temporal.PlainDate; who?: string | undefined },
): Promise<MileagePage> {
  return asViewer(viewer, async (tx) => {
    if (!canTrain(viewer)) throw new NotFound()
    const { zone } = viewer
    const span = { from: spanOfDay(first, zone).from, until: spanOfDay(last, zone).until }
    const context = await schedulingContext(viewer, {
      ...span,
      ...(canRunPractice(viewer) ? {} : { consultantIds: [viewer.memberId] }),
    })
    const person =
      context.consultants.find(({ id }) => id === who) ??
      context.consultants.find(({ id }) => id === viewer.memberId) ??
      context.consultants[0]
    const { id, working, places } = found(person)
    const rows = await visitsBetween(tx, viewer, id, span)
    const spots = [...Object.values(places), ...rows.map(({ spot }) => spot)]
    const routes = await knownRoutes(
      tx,
      viewer,
      spots.flatMap(({ at }) => placeOf(at) ?? []),
    )
    const kmBetween = (from: Spot, to: Spot): number | null => {
      const [a, b] = [placeOf(from.at), placeOf(to.at)]
      return a && b && (routes(a, b)?.kilometres ?? kilometresBetween(a, b) * context.roads.circuity)
    }
    const within = { from: span.from.epochMilliseconds, until: span.until.epochMilliseconds }
    const clock = zoneClock(zone, within.from, within.until)
    const workingDay = workingDays(clock, working, context.closings)
    const days = daysOf(clock, within).flatMap((date): MileageDay[] => {
      const day = Temporal.PlainDate.from(date.date)
      const ofDay = rows.filter(({ from }) => dayOf(from, zone).equals(day))
      if (ofDay.length === 0) return []
      const hours = workingDay(date)
      const end = (place: DayPlace): MileagePlace | null =>
        place === 'anywhere' ? null : { ...nobody, place, spot: places[place] }
      const ends =
        'off' in hours
          ? { start: end('office'), end: end('office') }
          : { start: end(hours.startPlace), end: end(hours.endPlace) }
      const driveOver = (stops: readonly MileagePlace[]): Drive => {
        const ways = waysOf(stops, ends, kmBetween)
        const minutes = ways.reduce((sum, { to }) => sum + (to.minutes ?? 0), 0)
        return { ways, homes: stops.length, minutes, ...totalOf(ways) }
      }
      const driven = ofDay
        .filter(({ status }) => wentTo.has(status))
        .toSorted((a, b) => Temporal.Instant.compare(a.arrivedAt ?? a.from, b.arrivedAt ?? b.from))
      const without = ofDay.map((one) => ({ ...one, minutes: null }))
      return [{ day, planned: driveOver(without), driven: driveOver(driven) }]
    })
    const trainers = [...context.names].map(([of, name]) => ({ id: of, name }))
    return { who: { id, name: context.names.get(id) ?? '' }, trainers, days }
  })
}

const nobody = { name: '', address: '', serviceName: '', minutes: null }

async function visitsBetween(
  tx: Tx,
  viewer: Viewer,
  consultantId: string,
  { from, until }: { from: Temporal.Instant; until: Temporal.Instant },
) {
  const rows = await tx
    .select({
      during: visit.during,
      status: visit.status,
      arrivedAt: visit.arrivedAt,
      spot: spotOfHome,
      name: client.name,
      address: sql<string>`concat_ws(', ', nullif(${client.street}, ''), nullif(${client.town}, ''))`,
      serviceName: service.name,
      minutes: drive.minutes,
    })
    .from(visit)
    .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
    .innerJoin(service, and(eq(service.practiceId, visit.practiceId), eq(service.id, visit.serviceId)))
    .leftJoin(drive, and(eq(drive.practiceId, visit.practiceId), eq(drive.toVisitId, visit.id)))
    .where(
      and(
        visibleVisits(viewer),
        eq(visit.consultantId, consultantId),
        eq(visit.place, 'home'),
        inArray(visit.status, [...planned]),
        sql`lower(${visit.during}) >= ${from.toString()}::timestamptz`,
        sql`lower(${visit.during}) < ${until.toString()}::timestamptz`,
      ),
    )
    .orderBy(asc(sql`lower(${visit.during})`))
  return rows.map(({ during, ...row }) => ({ ...row, from: during.from, place: 'client' as const }))
}
