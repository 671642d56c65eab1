import { and, asc, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { client, member, service, visit } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'
import type {
  HouseholdVisit,
  HouseholdVisits,
  VisitAnimal,
  VisitEvent,
  VisitPage,
} from '@/lib/domain/visit/pages'
import { asViewer, found, idFrom } from './as-viewer'
import { toldOfService } from './service-told'

/** A household sees its own visits, those who work here all, a share link none. */
const visibleVisits = (viewer: Viewer) =>
  and(
    eq(visit.practiceId, viewer.practiceId),
    viewer.kind === 'guardian'
      ? eq(visit.clientId, viewer.clientId)
      : viewer.kind === 'share'
        ? sql`false`
        : undefined,
  )

const animalsOfVisit = sql<
  VisitAnimal[]
>`(select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name,
  'species', a.species, 'coat', a.coat) order by a.created_at, a.id), '[]')
  from app.visit_animal va join app.animal a on a.practice_id = va.practice_id and a.id = va.animal_id
  where va.practice_id = visit.practice_id and va.visit_id = visit.id)`

/** One visit with all its page shows, in one statement. For those who work here; NotFound for anybody else. */
export function visitOf(viewer: Viewer, visitId: string): Promise<VisitPage> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const [row] = await tx
      .select({
        visit,
        serviceName: service.name,
        maxDrive: service.maxTravelMinutes,
        consultantName: member.name,
        household: {
          id: client.id,
          name: client.name,
          street: client.street,
          postcode: client.postcode,
          town: client.town,
          accessNotes: client.accessNotes,
          lat: client.lat,
          lng: client.lng,
        },
        animals: animalsOfVisit,
        contact: sql<{
          name: string
          phone: string
        } | null>`(select json_build_object('name', c.name, 'phone', c.phone)
          from app.contact c where c.practice_id = visit.practice_id and c.client_id = visit.client_id
            and c.removed_at is null order by c.is_main desc, (c.phone <> '') desc, c.created_at limit 1)`,
        told: sql<string | null>`(select c.name from app.contact c where c.practice_id = visit.practice_id
          and c.client_id = visit.client_id and c.removed_at is null and c.email is not null
          order by c.is_main desc, c.created_at limit 1)`,
        note: sql<{
          status: 'draft' | 'signed'
        } | null>`(select json_build_object('status', n.status) from app.note n
          where n.practice_id = visit.practice_id and n.visit_id = visit.id)`,
        sessions: sql<Record<string, number>>`(select coalesce(json_object_agg(x.animal_id, x.n), '{}') from (
          select s.animal_id, count(*)::int as n from app.session s where s.practice_id = visit.practice_id
            and s.visit_id = visit.id and s.voided_at is null group by s.animal_id) x)`,
        trainers: sql<{ id: string; name: string }[]>`(select coalesce(json_agg(json_build_object('id', m.id,
          'name', m.name) order by m.name), '[]') from app.member m where m.practice_id = visit.practice_id
            and m.removed_at is null and m.role <> 'assistant')`,
        history: sql<(Omit<VisitEvent, 'at'> & { at: string })[]>`(select coalesce(json_agg(json_build_object(
          'verb', e.verb, 'at', e.at, 'by', coalesce((select m.name from app.member m
            where m.practice_id = e.practice_id and m.user_id = e.user_id limit 1),
            (select c.name from app.contact c where c.practice_id = e.practice_id and c.user_id = e.user_id
              and c.client_id = visit.client_id limit 1)), 'from', e.detail->>'from', 'to', e.detail->>'to')
          order by e.at, e.id), '[]') from app.audit_event e
          where e.practice_id = visit.practice_id and e.noun = 'visit' and e.noun_id = visit.id)`,
      })
      .from(visit)
      .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
      .innerJoin(service, and(eq(service.practiceId, visit.practiceId), eq(service.id, visit.serviceId)))
      .innerJoin(member, and(eq(member.practiceId, visit.practiceId), eq(member.id, visit.consultantId)))
      .where(and(visibleVisits(viewer), eq(visit.id, idFrom(visitId))))
    const { visit: its, history, ...rest } = found(row)
    return {
      ...rest,
      id: its.id,
      version: its.version,
      status: its.status,
      from: its.during.from,
      until: its.during.until,
      zone: its.zone,
      minutes: its.minutes,
      setUp: its.setupMinutes,
      wrapUp: its.wrapupMinutes,
      place: its.place,
      message: its.message,
      ruleReason: its.ruleReason,
      overlapReason: its.overlapReason,
      seriesId: its.seriesId,
      arrivedAt: its.arrivedAt,
      leftAt: its.leftAt,
      cancelReason: its.cancelReason,
      consultantId: its.consultantId,
      history: history.map((event) => ({ ...event, at: Temporal.Instant.from(event.at) })),
    }
  })
}

/**
 * A household's own visits in one statement: the next one, those ahead (soonest first), the last 40 (latest
 * first). Cancelled ones only while they lie ahead. For the animal owner; nobody else has a household.
 */
export function visitsOfHousehold(viewer: Viewer, now: Temporal.Instant): Promise<HouseholdVisits> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'guardian') return { next: null, ahead: [], past: [] }
    const rows = await tx
      .select({
        id: visit.id,
        status: visit.status,
        during: visit.during,
        zone: visit.zone,
        place: visit.place,
        serviceName: service.name,
        consultantName: member.name,
        message: visit.message,
        told: toldOfService(sql`visit`),
        animals: animalsOfVisit,
        summary: sql<boolean>`exists (select 1 from app.note n where n.practice_id = visit.practice_id
          and n.visit_id = visit.id and n.status = 'signed')`,
      })
      .from(visit)
      .innerJoin(service, and(eq(service.practiceId, visit.practiceId), eq(service.id, visit.serviceId)))
      .innerJoin(member, and(eq(member.practiceId, visit.practiceId), eq(member.id, visit.consultantId)))
      .where(
        and(
          visibleVisits(viewer),
          sql`${visit.localStart} > ${now.subtract({ hours: 24 * 400 }).toString()}`,
        ),
      )
      .orderBy(asc(visit.localStart))
    const visits = rows.map(({ during, ...row }) => ({ ...row, ...during }))
    const isOver = (one: HouseholdVisit) =>
      one.status === 'done' || one.status === 'no_show' || Temporal.Instant.compare(one.until, now) <= 0
    const ahead = visits.filter((one) => !isOver(one))
    return {
      next: ahead.find((one) => one.status !== 'cancelled') ?? null,
      ahead,
      past: visits
        .filter((one) => isOver(one) && one.status !== 'cancelled')
        .toReversed()
        .slice(0, 40),
    }
  })
}
