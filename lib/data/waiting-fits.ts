import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, service, waiting } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { Slot } from '@/lib/domain/scheduling/asked'
import { calmWarnings } from '@/lib/domain/scheduling/calm'
import { findSlots } from '@/lib/domain/scheduling/find-slots'
import { fits } from '@/lib/domain/scheduling/fits'
import { couldBe } from '@/lib/domain/waiting/waiting'
import { askedOf, type Wish } from './booking-ask'
import { calmAnimal, calmFactsSince, type CalmFacts } from './booking-calm'
import { books } from './booking-facts'
import { spotOfHome } from './place-of-home'
import { schedulingContext } from './scheduling-context'

/** A time that a visit left. */
export type Freed = {
  from: Temporal.Instant
  until: Temporal.Instant
  /** Of the home that was to be visited, and whose it is. */
  zone: string
  leftBy: string
  consultantId: string
  consultantName: string
}

type Waits = Awaited<ReturnType<typeof whoWaits>>[number]
export type Fitting = Waits & { slot: Slot }

/** How many of those who wait longest are looked at for one time. Ours. */
const most = 30

/**
 * For whom of those who wait a free time fits the drive, the calm of their animals and what they said of days and
 * times, the longest first: at its start, else at the first quarter of an hour of it that does. Four statements, five
 * where a route server is set, however many wait.
 */
export async function whoFits(
  tx: Tx,
  viewer: Viewer,
  freed: Freed,
  now: Temporal.Instant,
): Promise<{ waits: number; fitting: Fitting[] }> {
  const all = await whoWaits(tx, viewer, freed, now)
  if (all.length === 0) return { waits: 0, fitting: [] }
  const context = await schedulingContext(viewer, {
    ...{ consultantIds: [freed.consultantId], homes: all.map(({ home }) => home) },
    ...{ from: freed.from, until: freed.until, now },
  })
  const [consultant] = context.consultants
  if (!consultant) return { waits: all.length, fitting: [] }
  const fitting = all.flatMap((one) => {
    const { calm, ...its } = one
    const wish: Wish = {
      ...{ ...its, animalIds: calm.map(({ id }) => id), visitId: '', consultantId: consultant.id },
      ...{ at: freed.from, notice: 0, horizon: null },
    }
    const asked = askedOf({ ...context, home: one.home }, wish, now)
    const exact = fits(asked, consultant, freed.from.epochMilliseconds)
    const window = { from: freed.from.epochMilliseconds, until: freed.until.epochMilliseconds }
    const slots = [
      ...(exact.fits ? [exact.slot] : []),
      ...findSlots({ ...asked, window }).toSorted((a, b) => a.start - b.start),
    ]
    const animals = calm.map(({ id, facts }) => calmAnimal(id, facts))
    const slot = slots.find(
      ({ start, end }) =>
        couldBe(one, wallAt(start, one.zone)) &&
        (one.place === 'remote' || calmWarnings({ from: start, until: end }, animals, one.zone).length === 0),
    )
    return slot ? [{ ...one, slot }] : []
  })
  return { waits: all.length, fitting }
}

const wallAt = (moment: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDateTime()

/** Who waits and has no offer to answer; whoever left the time does not get it back. */
function whoWaits(tx: Tx, viewer: Viewer, freed: Freed, now: Temporal.Instant) {
  return tx
    .select({
      id: waiting.id,
      clientId: waiting.clientId,
      household: client.name,
      zone: client.zone,
      serviceName: service.name,
      minutes: service.minutes,
      setUp: service.setupMinutes,
      wrapUp: service.wrapupMinutes,
      maxDrive: service.maxTravelMinutes,
      place: service.place,
      since: waiting.since,
      words: waiting.words,
      weekdays: waiting.weekdays,
      fromTime: waiting.fromTime,
      untilTime: waiting.untilTime,
      untilDay: waiting.untilDay,
      home: spotOfHome,
      calm: sql<
        { id: string; facts: CalmFacts }[]
      >`(select coalesce(json_agg(json_build_object('id', animal.id, 'facts', ${calmFactsSince(now)})), '[]')
        from app.animal where animal.practice_id = ${waiting.practiceId} and animal.id = any(${waiting.animalIds})
          and animal.archived_at is null)`,
    })
    .from(waiting)
    .innerJoin(
      client,
      and(
        eq(client.practiceId, waiting.practiceId),
        eq(client.id, waiting.clientId),
        isNull(client.archivedAt),
      ),
    )
    .innerJoin(
      service,
      and(
        eq(service.practiceId, waiting.practiceId),
        eq(service.id, waiting.serviceId),
        isNull(service.retiredAt),
      ),
    )
    .where(
      and(
        eq(waiting.practiceId, viewer.practiceId),
        books(viewer) ? undefined : sql`false`,
        eq(waiting.state, 'waiting'),
        ne(waiting.clientId, freed.leftBy),
        sql`${waiting.untilDay} >= ${freed.from.toZonedDateTimeISO(freed.zone).toPlainDate().toString()}::date`,
        sql`not exists (select 1 from app.waiting_offer o where o.practice_id = waiting.practice_id
          and o.waiting_id = waiting.id and o.state = 'open')`,
      ),
    )
    .orderBy(asc(waiting.since), asc(waiting.id))
    .limit(most)
}
