import { and, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, door, service, visit } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { addressOf } from '@/lib/domain/client/address'
import { casesOf } from '@/lib/domain/caseload/case'
import { NotFound } from '@/lib/domain/result/result'
import { betterDays } from '@/lib/domain/scheduling/better-day'
import { dayLine } from '@/lib/domain/scheduling/day-line'
import type { TodayPage, TodayVisit } from '@/lib/domain/visit/pages'
import { asViewer } from './as-viewer'
import { assessmentsOf } from './assessment'
import { spotOfHome } from './place-of-home'
import { readRequests } from './request-rows'
import { mostPlans, rosterOf } from './roster'
import { linesFrom } from './thread-list'
import { dayAround, todayFrame } from './today-frame'
import { readFreeTimes } from './waiting-hint'

/** Today is the practice's: for those who work here. */
const visibleVisits = (viewer: Viewer) =>
  and(eq(visit.practiceId, viewer.practiceId), canKeepClients(viewer) ? undefined : sql`false`)

/** How long an unsigned note stays on the list, and how many animals it names. Ours. */
const unsignedDays = 60

/**
 * One consultant's day from home to home, who needs a person, and the notes to sign, in five statements however
 * full the day. Without a choice it is the viewer's own day; an assistant sees the first consultant's.
 */
export function todayOf(
  viewer: Viewer,
  asked: { day?: Temporal.PlainDate | undefined; who?: string | undefined },
  now: Temporal.Instant,
): Promise<TodayPage> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const frame = await todayFrame(tx, viewer, asked, now)
    const { person: who, day, today, span } = frame
    const rows = who ? await visitsFor(tx, viewer, who.id, span, now) : []
    const onDay = rows.filter(({ onDay }) => onDay).map(({ visit }) => visit)
    const around = await dayAround(
      tx,
      viewer,
      frame,
      onDay.map(({ spot }) => spot),
    )
    const roster = who ? (await rosterOf(tx, viewer, who.id, today)).slice(0, mostPlans) : []
    const worked = onDay.flatMap(({ animals }) => animals.map(({ id }) => id))
    const ids = [...new Set([...worked, ...roster.map(({ id }) => id)])]
    const standings = await assessmentsOf(viewer, ids, now)
    const order = Temporal.PlainDate.compare(day, today)
    return {
      day,
      today,
      zone: frame.zone,
      who: { id: who?.id ?? '', name: who?.name ?? '' },
      trainers: frame.trainers,
      line: dayLine({
        visits: onDay,
        around,
        now,
        when: order === 0 ? 'today' : order < 0 ? 'past' : 'future',
      }),
      better: order < 0 ? [] : betterDays(onDay, around, now),
      ends: { start: around.start, end: around.end },
      lastTap: order === 0 ? lastTapped(onDay) : null,
      cancelled: onDay.filter(({ status }) => status === 'cancelled'),
      standings,
      needs: casesOf(roster, standings).filter(({ reasons }) => reasons.length > 0),
      notes: rows
        .filter(({ unsigned }) => unsigned)
        .map(({ visit: { id, from, zone, household, animals, note } }) => {
          return { id, from, zone, household, animals, begun: note !== null }
        })
        .toSorted((a, b) => Temporal.Instant.compare(a.from, b.from)),
      requests: readRequests(frame.requests, frame.trainers),
      erasures: frame.erasures.map(({ askedAt, ...one }) => ({
        ...one,
        askedAt: Temporal.Instant.from(askedAt),
      })),
      free: readFreeTimes(frame.free),
      threads: linesFrom(frame.threads),
      isNew: frame.isNew,
    }
  })
}

type Span = { from: Temporal.Instant; until: Temporal.Instant }

/** The visits of the day, and those of the last weeks whose note is not signed. */
async function visitsFor(tx: Tx, viewer: Viewer, consultantId: string, day: Span, now: Temporal.Instant) {
  const onDay = sql<boolean>`(visit.local_start between ${wallAround(day.from, -1)} and ${wallAround(day.until, 1)}
    and lower(visit.during) >= ${day.from.toString()}::timestamptz
    and lower(visit.during) < ${day.until.toString()}::timestamptz)`
  const unsigned = sql<boolean>`(visit.local_start between ${wallAround(now, -unsignedDays)} and ${wallAround(now, 1)}
    and lower(visit.during) < ${now.toString()}::timestamptz
    and (visit.status in ('arrived', 'done') or (n.status is not null and visit.status in ('booked', 'confirmed')))
    and n.status is distinct from 'signed')`
  const rows = await tx
    .select({
      onDay,
      unsigned,
      visit,
      serviceName: service.name,
      client,
      spot: spotOfHome,
      parking: sql<string>`coalesce(${door.parking}, '')`,
      bring: sql<string>`coalesce(${door.bring}, '')`,
      note: sql<'draft' | 'signed' | null>`n.status`,
      contact: sql<TodayVisit['contact']>`(select json_build_object('name', c.name, 'phone', c.phone)
        from app.contact c where c.practice_id = visit.practice_id and c.client_id = visit.client_id
          and c.removed_at is null order by c.is_main desc, (c.phone <> '') desc, c.created_at limit 1)`,
      animals: sql<
        TodayVisit['animals']
      >`(select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name,
        'species', a.species, 'coat', a.coat, 'sessions', (select count(*) from app.session s
          where s.practice_id = visit.practice_id and s.visit_id = visit.id and s.animal_id = a.id
            and s.voided_at is null)) order by a.created_at, a.id), '[]')
        from app.visit_animal va join app.animal a on a.practice_id = va.practice_id and a.id = va.animal_id
        where va.practice_id = visit.practice_id and va.visit_id = visit.id)`,
    })
    .from(visit)
    .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
    .innerJoin(service, and(eq(service.practiceId, visit.practiceId), eq(service.id, visit.serviceId)))
    .leftJoin(door, and(eq(door.practiceId, client.practiceId), eq(door.clientId, client.id)))
    .leftJoin(sql`app.note n`, sql`n.practice_id = visit.practice_id and n.visit_id = visit.id`)
    .where(and(visibleVisits(viewer), eq(visit.consultantId, consultantId), sql`(${onDay} or ${unsigned})`))
  return rows.map(({ onDay, unsigned, ...row }) => ({ onDay, unsigned, visit: asTodayVisit(row) }))
}

type Row = {
  visit: typeof visit.$inferSelect
  client: typeof client.$inferSelect
} & Pick<TodayVisit, 'serviceName' | 'note' | 'contact' | 'animals' | 'spot' | 'parking' | 'bring'>

function asTodayVisit({ visit: its, client: home, ...row }: Row): TodayVisit {
  return {
    ...row,
    ...its.during,
    id: its.id,
    version: its.version,
    place: its.place,
    status: its.status,
    zone: its.zone,
    minutes: its.minutes,
    clientId: home.id,
    household: home.name,
    address: addressOf(home),
    accessNotes: home.accessNotes,
    parkingMinutes: home.parkingMinutes,
    setUp: its.setupMinutes,
    wrapUp: its.wrapupMinutes,
    setOutAt: its.setOutAt,
    arrivedAt: its.arrivedAt,
    leftAt: its.leftAt,
    tappedAt: its.tappedAt,
  }
}

/** The visit that was tapped at last: what can be taken back. */
const lastTapped = (visits: readonly TodayVisit[]): string | null =>
  visits
    .flatMap(({ id, tappedAt }) => (tappedAt ? [{ id, at: tappedAt.epochMilliseconds }] : []))
    .toSorted((a, b) => b.at - a.at)[0]?.id ?? null

/** A wall time some days off, wide enough for any zone: only there to let the index help. */
const wallAround = (at: Temporal.Instant, days: number) =>
  sql`${at.toZonedDateTimeISO('UTC').toPlainDateTime().add({ days }).toString()}::timestamp`
