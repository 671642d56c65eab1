import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { client, practice, visit } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { Offer } from '@/lib/domain/result/result'
import type { Asked, Booked, Consultant, Slot as Fitting } from '@/lib/domain/scheduling/asked'
import { earliestOf } from '@/lib/domain/scheduling/choose'
import { everyDay } from '@/lib/domain/scheduling/every-day'
import { findSlots } from '@/lib/domain/scheduling/find-slots'
import { fits } from '@/lib/domain/scheduling/fits'
import { ourRoads, type MaybePlace } from '@/lib/domain/scheduling/travel'
import { travelSource, type Spot } from '@/lib/domain/scheduling/travel-source'
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
  const { asked, consultant } = await daysOf(tx, viewer, slot, start)
  const { blocked } = fits(asked, consultant, start.epochMilliseconds).slot
  return {
    during: { from: start, until: start.add({ minutes: slot.minutes }) },
    blocked: {
      from: Temporal.Instant.fromEpochMilliseconds(blocked.from),
      until: Temporal.Instant.fromEpochMilliseconds(blocked.until),
    },
  }
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

/** How far ahead we look for times, days, and how far apart they are, minutes: ours. */
const daysAhead = 14
const apart = 60

/** The next starts that fit a consultant's days, at least an hour apart, each with its reason. Two statements. */
export async function offersFor(
  tx: Tx,
  viewer: Viewer,
  slot: Slot,
  after: Temporal.Instant,
  count = 4,
): Promise<Offer[]> {
  const { asked, households } = await daysOf(tx, viewer, slot, after)
  return earliestOf(findSlots(asked), apart, count).map((free) => {
    const start = Temporal.Instant.fromEpochMilliseconds(free.start)
    return {
      value: start.toZonedDateTimeISO(slot.zone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
      label: `${dayShort(start, slot.zone)}, ${time(start, slot.zone)}`,
      detail: whyItFits(free, households, slot.place === 'remote'),
    }
  })
}

function whyItFits({ before, there, spare }: Fitting, households: Households, remote: boolean): string {
  const t = text('visit')
  const name = before === null ? undefined : households.get(before)
  if (name === undefined) return remote ? t('fits.call') : t('fits.fromPractice', { travel: there.minutes })
  return remote
    ? t('fits.callAfter', { name, spare: spare ?? 0 })
    : t('fits.after', { travel: there.minutes, name, spare: spare ?? 0 })
}

type Households = ReadonlyMap<string, string>

/** A consultant's days from a moment on, by the practice's hours, as the calculator of times asks for them. */
async function daysOf(tx: Tx, viewer: Viewer, slot: Slot, from: Temporal.Instant) {
  const { zone, dayStart, dayEnd, base } = await practiceFacts(tx, viewer)
  const taken = await takenFrom(tx, viewer, slot, from)
  const office: Spot = { id: 'office', at: base }
  const consultant: Consultant = {
    id: slot.consultantId,
    working: { weekly: everyDay(dayStart, dayEnd), exceptions: [], timeOff: [] },
    places: { home: office, office },
    booked: taken.map(({ booked }) => booked),
  }
  const spot = slot.place === 'remote' ? null : { id: 'home', at: slot.home }
  const asked: Asked = {
    wanted: { minutes: slot.minutes, setUp: 0, wrapUp: 0, spot, zone: slot.zone, maxDrive: null },
    consultants: [consultant],
    closings: [],
    travel: travelSource({ roads: ourRoads }),
    rules: { notice: 0, horizon: null, grid: 15 },
    window: { from: from.epochMilliseconds, until: from.add({ hours: daysAhead * 24 }).epochMilliseconds },
    now: from.epochMilliseconds,
    zone,
  }
  return {
    asked,
    consultant,
    households: new Map(taken.map(({ booked, household }) => [booked.id, household])),
  }
}

async function takenFrom(tx: Tx, viewer: Viewer, slot: Slot, from: Temporal.Instant) {
  const rows = await tx
    .select({
      id: visit.id,
      clientId: visit.clientId,
      household: client.name,
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
        sql`${visit.blocked} && tstzrange(${from.subtract({ hours: 24 }).toString()}, ${from
          .add({ hours: (daysAhead + 2) * 24 })
          .toString()})`,
      ),
    )
  return rows.map(({ id, clientId, household, during, place, home }) => {
    const spot = place === 'remote' ? null : { id: clientId, at: home }
    const span = { from: during.from.epochMilliseconds, until: during.until.epochMilliseconds }
    const booked: Booked = { id, ...span, setUp: 0, wrapUp: 0, spot }
    return { household, booked }
  })
}
