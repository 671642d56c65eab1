import { and, eq, gt, inArray, sql, type SQL } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, practice, visit, visitHold } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'
import type { Asked, Booked } from '@/lib/domain/scheduling/asked'
import { everyDay } from '@/lib/domain/scheduling/every-day'
import type { Roads } from '@/lib/domain/scheduling/travel'
import { travelSource, type Spot } from '@/lib/domain/scheduling/travel-source'
import type {
  ClosingDay,
  ClosingKind,
  DayHours,
  WeeklyHours,
  WorkingTime,
} from '@/lib/domain/scheduling/working-time'
import { holdingStatuses } from '@/lib/domain/visit/status'
import { asViewer, found, idFrom } from './as-viewer'
import { spotOfHome } from './place-of-home'
import { measuredDrives, routeMatrix } from './travel-facts'

/** Whole days of everybody are the practice's to see; a household only ever sees what was offered to it. */
const seesDays = (viewer: Viewer) => viewer.kind === 'member' || viewer.kind === 'system'

type Wish = {
  /** Whose days; everybody who trains where left out. Strangers' ids are nobody's. */
  consultantIds?: readonly string[]
  /** Where starts are looked for. Visits of a day before and after are known as well. */
  from: Temporal.Instant
  until: Temporal.Instant
  /** The household that is to be driven to. */
  clientId?: string
  /** Homes known already, one of which is to be driven to. */
  homes?: readonly Spot[]
  /** The moment by which a hold is over; `from` where it is left out. */
  now?: Temporal.Instant
}

export type SchedulingContext = Pick<Asked, 'consultants' | 'closings' | 'travel' | 'zone'> & {
  /** Where the household of `clientId` is. */
  home: Spot | null
  roads: Roads
  /** Whose home each booked visit is at, by visit id; the consultants' names by theirs. */
  households: ReadonlyMap<string, string>
  names: ReadonlyMap<string, string>
}

/**
 * Everything `findSlots` and `fits` need to know of a practice's days, in four statements (three without
 * `clientId`), one more where a route server is set; as many for one consultant as for fifty. For members and the
 * practice's own machinery.
 */
export function schedulingContext(viewer: Viewer, wish: Wish): Promise<SchedulingContext> {
  return asViewer(viewer, async (tx) => {
    if (!seesDays(viewer)) throw new NotFound()
    const frame = await frameOf(tx, viewer, wish)
    const ids = frame.people.map(({ id }) => id)
    const visits = await visitsOf(tx, viewer, wish, ids)
    const home = wish.clientId === undefined ? null : await homeOf(tx, viewer, wish.clientId)
    const office: Spot = { id: 'office', at: frame.base }
    const consultants = frame.people.map((person) => ({
      id: person.id,
      working: workingOf(person, frame),
      places: { office, home: { id: `home:${person.id}`, at: person.home } },
      booked: visits.filter(({ consultantId }) => consultantId === person.id).map(({ booked }) => booked),
    }))
    const spots = [
      ...(home ? [home] : []),
      ...(wish.homes ?? []),
      ...consultants.flatMap(({ places, booked }) => [
        ...Object.values(places),
        ...booked.flatMap(({ spot }) => (spot ? [spot] : [])),
      ]),
    ]
    return {
      consultants,
      closings: frame.closings.flatMap(daysOfClosing),
      travel: travelSource({
        measured: await measuredDrives(tx, viewer, ids, spots),
        matrix: await routeMatrix(tx, viewer, spots),
        roads: frame.roads,
      }),
      zone: frame.zone,
      roads: frame.roads,
      home,
      households: new Map(visits.map(({ booked, household }) => [booked.id, household])),
      names: new Map(frame.people.map(({ id, name }) => [id, name])),
    }
  })
}

export type Person = {
  id: string
  name: string
  week: WeeklyHours | null
  home: { lat: number; lng: number } | null
  exceptions: { day: string; hours: DayHours | null }[]
  timeOff: { from: string; until: string }[]
}
type Closing = { first: string; last: string; kind: ClosingKind; name: string }

/** A member `m` and the working week `w` beside it, with what is different between two moments, as JSON. */
export const personFacts = (first: string, last: string) => sql`json_build_object('id', m.id, 'name', m.name,
  'week', w.days,
  'home', case when w.home_lat is not null then json_build_object('lat', w.home_lat, 'lng', w.home_lng) end,
  'exceptions', (select coalesce(json_agg(json_build_object('day', e.day, 'hours', e.hours)), '[]')
    from app.working_exception e where e.practice_id = m.practice_id and e.member_id = m.id
      and e.day between ${first}::timestamptz::date and ${last}::timestamptz::date),
  'timeOff', (select coalesce(json_agg(json_build_object('from', t.local_from, 'until', t.local_until)), '[]')
    from app.time_off t where t.practice_id = m.practice_id and t.member_id = m.id
      and t.local_until > ${first}::timestamptz::timestamp and t.local_from < ${last}::timestamptz::timestamp))`

/** The closings of the practice between two moments, beside its row. */
export const closingsBetween = (first: string, last: string) =>
  sql<Closing[]>`(select coalesce(json_agg(json_build_object('first', c.first_day, 'last', c.last_day,
      'kind', c.kind, 'name', c.name) order by c.first_day, c.id), '[]') from app.closing_day c
    where c.practice_id = practice.id and c.last_day >= ${first}::timestamptz::date
      and c.first_day <= ${last}::timestamptz::date)`

/** Somebody's working time; who never said otherwise works the practice's hours. */
export const workingOf = (
  { week, exceptions, timeOff }: Person,
  { dayStart, dayEnd }: { dayStart: string; dayEnd: string },
): WorkingTime => ({
  weekly: week ?? everyDay(dayStart, dayEnd),
  exceptions: exceptions.map(({ day, hours }) => ({ day: Temporal.PlainDate.from(day), hours })),
  timeOff: timeOff.map(({ from, until }) => ({ from: wall(from), until: wall(until) })),
})

async function frameOf(tx: Tx, viewer: Viewer, { consultantIds, from, until }: Wish) {
  // Whatever the zones, a day's distance is enough.
  const [first, last] = [from.subtract({ hours: 36 }).toString(), until.add({ hours: 36 }).toString()]
  const [row] = await tx
    .select({
      zone: practice.zone,
      dayStart: practice.dayStart,
      dayEnd: practice.dayEnd,
      base: { lat: practice.baseLat, lng: practice.baseLng },
      roads: { circuity: practice.circuity, speed: practice.driveKmh, parking: practice.parkingMinutes },
      people: sql<Person[]>`(select coalesce(json_agg(${personFacts(first, last)}
          order by m.name, m.id), '[]')
        from app.member m left join app.working_week w on w.practice_id = m.practice_id and w.member_id = m.id
        where m.practice_id = practice.id and ${
          consultantIds
            ? oneOf(sql`m.id`, consultantIds)
            : sql`m.removed_at is null and m.role <> 'assistant'`
        })`,
      closings: closingsBetween(first, last),
    })
    .from(practice)
    .where(eq(practice.id, viewer.practiceId))
  return found(row)
}

async function visitsOf(tx: Tx, viewer: Viewer, wish: Wish, ids: readonly string[]) {
  const { from, until, now = from } = wish
  const around = `[${from.subtract({ hours: 48 }).toString()},${until.add({ hours: 48 }).toString()})`
  const rows = await tx
    .select({
      id: visit.id,
      consultantId: visit.consultantId,
      place: visit.place,
      during: visit.during,
      setUp: visit.setupMinutes,
      wrapUp: visit.wrapupMinutes,
      household: client.name,
      spot: spotOfHome,
    })
    .from(visit)
    .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
    .where(
      and(
        eq(visit.practiceId, viewer.practiceId),
        inArray(visit.status, [...holdingStatuses]),
        oneOf(visit.consultantId, ids),
        sql`${visit.blocked} && ${around}::tstzrange`,
      ),
    )
    .unionAll(
      tx
        .select({
          id: visitHold.id,
          consultantId: visitHold.consultantId,
          place: visitHold.place,
          during: visitHold.during,
          setUp: visitHold.setupMinutes,
          wrapUp: visitHold.wrapupMinutes,
          household: client.name,
          spot: spotOfHome,
        })
        .from(visitHold)
        .innerJoin(
          client,
          and(eq(client.practiceId, visitHold.practiceId), eq(client.id, visitHold.clientId)),
        )
        .where(
          and(
            eq(visitHold.practiceId, viewer.practiceId),
            oneOf(visitHold.consultantId, ids),
            gt(visitHold.heldUntil, now),
            sql`${visitHold.during} && ${around}::tstzrange`,
          ),
        ),
    )
  return rows.map(({ id, consultantId, place, during, setUp, wrapUp, household, spot }) => {
    const { from, until } = { from: during.from.epochMilliseconds, until: during.until.epochMilliseconds }
    const booked: Booked = { id, from, until, setUp, wrapUp, spot: place === 'remote' ? null : spot }
    return { consultantId, household, booked }
  })
}

async function homeOf(tx: Tx, viewer: Viewer, clientId: string): Promise<Spot> {
  const [row] = await tx
    .select({ spot: spotOfHome })
    .from(client)
    .where(and(eq(client.practiceId, viewer.practiceId), eq(client.id, idFrom(clientId))))
  return found(row).spot
}

/** One parameter, however many. */
const oneOf = (
  column: SQL | typeof visit.consultantId | typeof visitHold.consultantId,
  ids: readonly string[],
) => sql`${column} = any(${`{${ids.map(idFrom).join(',')}}`}::uuid[])`

const wall = (text: string) => Temporal.PlainDateTime.from(text)

export function daysOfClosing({ first, last, kind, name }: Closing): ClosingDay[] {
  const start = Temporal.PlainDate.from(first)
  const { days } = start.until(Temporal.PlainDate.from(last), { largestUnit: 'days' })
  return Array.from({ length: days + 1 }, (_, n) => ({ day: start.add({ days: n }), kind, name }))
}
