import { eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { practice } from '@/db/schema'
import { canTrain } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { Roads } from '@/lib/domain/scheduling/travel'
import { travelSource, type MeasuredDrive, type Spot } from '@/lib/domain/scheduling/travel-source'
import { daysOf, workingDays } from '@/lib/domain/scheduling/working-day'
import type { DayPlace } from '@/lib/domain/scheduling/working-time'
import { dayOf, spanOfDay } from '@/lib/domain/time/time'
import { zoneClock } from '@/lib/domain/time/zone-clock'
import type { DayAround } from '@/lib/domain/scheduling/day-around'
import { found } from './as-viewer'
import { openRequestRows } from './request-rows'
import { closingsBetween, daysOfClosing, personFacts, workingOf, type Person } from './scheduling-context'
import { routeMatrix } from './travel-facts'
import { threadLines } from './thread-list'
import { freeTimesAhead } from './waiting-hint'

type Asked = { day?: Temporal.PlainDate | undefined; who?: string | undefined }

/** What stands around a consultant's day, before its visits are known. */
export type TodayFrame = Awaited<ReturnType<typeof todayFrame>>

type Measured = Omit<MeasuredDrive, 'consultantId' | 'at'> & { at: string }

/**
 * Whose day is looked at (the one asked for, else the viewer's own, else the first by name), the hours of that day,
 * and the last five drives over each way between its homes. One statement.
 */
export async function todayFrame(tx: Tx, viewer: Viewer, asked: Asked, now: Temporal.Instant) {
  const { zone } = viewer
  const today = dayOf(now, zone)
  const day = asked.day ?? today
  const span = spanOfDay(day, zone)
  const [from, until] = [span.from.toString(), span.until.toString()]
  const own = canTrain(viewer) ? viewer.memberId : null
  const homes = sql`(select v.client_id from app.visit v where v.practice_id = practice.id
    and v.consultant_id = who.id and v.during && ${`[${from},${until})`}::tstzrange)`
  const [row] = await tx
    .select({
      dayStart: practice.dayStart,
      dayEnd: practice.dayEnd,
      base: { lat: practice.baseLat, lng: practice.baseLng },
      roads: { circuity: practice.circuity, speed: practice.driveKmh, parking: practice.parkingMinutes },
      trainers: sql<{ id: string; name: string }[]>`(select coalesce(json_agg(json_build_object('id', m.id,
        'name', m.name) order by m.name), '[]') from app.member m where m.practice_id = practice.id
          and m.removed_at is null and m.role <> 'assistant')`,
      requests: openRequestRows,
      erasures: sql<{ clientId: string; household: string; askedAt: string }[]>`(select coalesce(
        json_agg(json_build_object('clientId', c.id, 'household', c.name, 'askedAt', e.asked_at) order by e.asked_at), '[]')
        from app.erasure e join app.client c on c.practice_id = e.practice_id and c.id = e.client_id
        where e.practice_id = practice.id and e.state = 'asked')`,
      free: freeTimesAhead(now),
      threads: threadLines(viewer, { waiting: true }),
      isNew: sql<boolean>`not exists (select 1 from app.visit v where v.practice_id = practice.id)`,
      closings: closingsBetween(from, until),
      person: sql<Person | null>`(select ${personFacts(from, until)} from app.member m
        left join app.working_week w on w.practice_id = m.practice_id and w.member_id = m.id
        where m.practice_id = practice.id and m.id = who.id)`,
      measured: sql<Measured[]>`(select coalesce(json_agg(latest), '[]') from (
        select d.to_client_id as "to", d.minutes, d.arrived_at as at,
          case d.from_place when 'client' then d.from_client_id::text when 'office' then 'office'
            else 'home:' || d.consultant_id end as "from",
          row_number() over (partition by d.from_place, d.from_client_id, d.to_client_id
            order by d.arrived_at desc) as nth
        from app.drive d where d.practice_id = practice.id and d.consultant_id = who.id
          and d.to_client_id in ${homes} and (d.from_client_id is null or d.from_client_id in ${homes})
        ) latest where nth <= 5)`,
    })
    .from(practice)
    .leftJoin(
      sql`lateral (select m.id from app.member m where m.practice_id = practice.id and m.removed_at is null
        and m.role <> 'assistant' order by (m.id::text = ${asked.who ?? ''}) desc,
          (m.id = ${own}::uuid) desc nulls last, m.name limit 1) who`,
      sql`true`,
    )
    .where(eq(practice.id, viewer.practiceId))
  const { person, ...frame } = found(row)
  return { ...frame, person, zone, day, today, span }
}

/** The day around its visits: hours, where it begins and ends, and how long ways take. One statement with a route server. */
export async function dayAround(
  tx: Tx,
  viewer: Viewer,
  frame: TodayFrame,
  homes: readonly Spot[],
): Promise<DayAround> {
  const { person, span, zone, base, roads, measured } = frame
  const who = person?.id ?? ''
  const clock = zoneClock(zone, span.from.epochMilliseconds, span.until.epochMilliseconds)
  const [date] = daysOf(clock, { from: span.from.epochMilliseconds, until: span.until.epochMilliseconds })
  const working =
    person && date
      ? workingDays(clock, workingOf(person, frame), frame.closings.flatMap(daysOfClosing))(date)
      : null
  const office: Spot = { id: 'office', at: base }
  const home: Spot = { id: `home:${who}`, at: person?.home ?? null }
  const placed = (place: DayPlace) =>
    place === 'anywhere' ? null : { place, spot: place === 'home' ? home : office }
  const on = working && !('off' in working) ? working : null
  const travel = travelSource({
    measured: measured.map((one) => ({ ...one, consultantId: who, at: Temporal.Instant.from(one.at) })),
    matrix: await routeMatrix(tx, viewer, [office, home, ...homes]),
    roads: roads satisfies Roads,
  })
  return {
    hours: on && { from: on.from, until: on.until },
    away: on?.away ?? [],
    start: placed(on?.startPlace ?? 'office'),
    end: placed(on?.endPlace ?? 'office'),
    who,
    travel,
  }
}
