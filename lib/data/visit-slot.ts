import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, practice, visit } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { Offer } from '@/lib/domain/result/result'
import { nextFreeTimes, type Busy, type FreeTime } from '@/lib/domain/scheduling/free-times'
import { driveMinutes, travelBefore, unknownTravel, type MaybePlace } from '@/lib/domain/scheduling/travel'
import type { ServicePlace } from '@/lib/domain/service/schema'
import { holdingStatuses } from '@/lib/domain/visit/status'
import { dayShort, time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { found } from './as-viewer'

/** Visits that hold time. Whoever books sees the whole practice's; the callers have let in members only. */
const holdingVisits = (viewer: Viewer) =>
  and(eq(visit.practiceId, viewer.practiceId), inArray(visit.status, [...holdingStatuses]))

/** What is to be placed in a consultant's days. */
export type Slot = {
  consultantId: string
  minutes: number
  place: ServicePlace
  home: MaybePlace
  /** Zone of the home. */
  zone: string
  /** The visit that is being moved, so that it is not in its own way. */
  visitId?: string
}

/**
 * Makes bookings of one consultant wait for each other until this transaction ends. The exclusion constraint
 * decides; the lock only spares the losers a failed insert.
 */
export async function takeTurn(tx: Tx, consultantId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`visit ${consultantId}`}, 0))`)
}

/** The spans of a visit: itself, and with the drive from the home before that day, else from the practice. */
export async function spansOf(tx: Tx, viewer: Viewer, slot: Slot, start: Temporal.Instant) {
  const during = { from: start, until: start.add({ minutes: slot.minutes }) }
  if (slot.place === 'remote') return { during, blocked: during }
  const [before] = await tx
    .select({ lat: client.lat, lng: client.lng })
    .from(visit)
    .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
    .where(
      and(
        holdingVisits(viewer),
        eq(visit.consultantId, slot.consultantId),
        eq(visit.place, 'home'),
        slot.visitId ? ne(visit.id, slot.visitId) : undefined,
        sql`upper(${visit.during}) <= ${start.toString()}::timestamptz`,
        sql`lower(${visit.during}) > ${start.subtract({ hours: 12 }).toString()}::timestamptz`,
      ),
    )
    .orderBy(desc(sql`upper(${visit.during})`))
    .limit(1)
  const from = before ?? (await practiceFacts(tx, viewer)).base
  const travel = travelBefore(from, slot.home, slot.place)
  return { during, blocked: { from: start.subtract({ minutes: travel }), until: during.until } }
}

async function practiceFacts(tx: Tx, viewer: Viewer) {
  const [row] = await tx
    .select({
      zone: practice.zone,
      dayStart: practice.dayStart,
      dayEnd: practice.dayEnd,
      base: { lat: practice.baseLat, lng: practice.baseLng },
    })
    .from(practice)
    .where(eq(practice.id, viewer.practiceId))
  return found(row)
}

type Taken = Busy & { household: string }

/** The next starts that fit a consultant's days, at least an hour apart, each with its reason. Two statements. */
export async function offersFor(
  tx: Tx,
  viewer: Viewer,
  slot: Slot,
  after: Temporal.Instant,
  count = 4,
): Promise<Offer[]> {
  const { zone, dayStart, dayEnd, base } = await practiceFacts(tx, viewer)
  const remote = slot.place === 'remote'
  const times = nextFreeTimes<Taken>({
    busy: await busyOf(tx, viewer, slot, after),
    hours: { start: dayStart, end: dayEnd },
    minutes: slot.minutes,
    travel: travelBefore(base, slot.home, slot.place),
    after,
    zone,
    placeZone: slot.zone,
    apart: 60,
    count,
  })
  return times.map((free) => ({
    value: free.start.toZonedDateTimeISO(slot.zone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
    label: `${dayShort(free.start, slot.zone)}, ${time(free.start, slot.zone)}`,
    detail: whyItFits(free, remote),
  }))
}

function whyItFits({ before, travel, spare }: FreeTime<Taken>, remote: boolean): string {
  const t = text('visit')
  if (remote)
    return before ? t('fits.callAfter', { name: before.household, spare: spare ?? 0 }) : t('fits.call')
  if (!before) return t('fits.fromPractice', { travel })
  return t('fits.after', { travel, name: before.household, spare: spare ?? 0 })
}

async function busyOf(tx: Tx, viewer: Viewer, slot: Slot, after: Temporal.Instant): Promise<Taken[]> {
  const rows = await tx
    .select({
      household: client.name,
      blocked: visit.blocked,
      during: visit.during,
      place: visit.place,
      home: { lat: client.lat, lng: client.lng },
    })
    .from(visit)
    .innerJoin(client, and(eq(client.practiceId, visit.practiceId), eq(client.id, visit.clientId)))
    .where(
      and(
        holdingVisits(viewer),
        eq(visit.consultantId, slot.consultantId),
        slot.visitId ? ne(visit.id, slot.visitId) : undefined,
        sql`${visit.blocked} && tstzrange(${after.subtract({ hours: 24 }).toString()}, ${after
          .add({ hours: 16 * 24 })
          .toString()})`,
      ),
    )
  return rows.map(({ household, blocked, during, place, home }) => ({
    household,
    from: blocked.from.epochMilliseconds,
    until: blocked.until.epochMilliseconds,
    begins: during.from.epochMilliseconds,
    travel:
      slot.place === 'remote' || place === 'remote' ? 0 : (driveMinutes(home, slot.home) ?? unknownTravel),
  }))
}
