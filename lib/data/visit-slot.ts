import { and, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { service, visit } from '@/db/schema'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { Offer } from '@/lib/domain/result/result'
import type { Asked, Slot as Fitting } from '@/lib/domain/scheduling/asked'
import { earliestOf } from '@/lib/domain/scheduling/choose'
import { findSlots } from '@/lib/domain/scheduling/find-slots'
import { fits } from '@/lib/domain/scheduling/fits'
import type { ServicePlace } from '@/lib/domain/service/schema'
import { dayShort, time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { found } from './as-viewer'
import { schedulingContext } from './scheduling-context'

/** What is to be placed in a consultant's days. */
export type Slot = {
  consultantId: string
  minutes: number
  place: ServicePlace
  /** Minutes at the home around the visit, and the longest drive there; null is any. */
  setUp: number
  wrapUp: number
  maxDrive: number | null
  clientId: string
  /** Zone of the home. */
  zone: string
  /** The visit that is being moved, so that it is not in its own way. */
  visitId?: string
}

/** What a service asks for around the visit itself. */
export const aroundVisit = {
  setUp: service.setupMinutes,
  wrapUp: service.wrapupMinutes,
  maxDrive: service.maxTravelMinutes,
}

/** A visit that stands, as what is to be placed anew. Inside the transaction of whoever may see it. */
export async function slotOfVisit(tx: Tx, viewer: Viewer, visitId: string): Promise<Slot> {
  const [row] = await tx
    .select({
      visitId: visit.id,
      consultantId: visit.consultantId,
      clientId: visit.clientId,
      minutes: visit.minutes,
      place: visit.place,
      zone: visit.zone,
      ...aroundVisit,
    })
    .from(visit)
    .innerJoin(service, and(eq(service.practiceId, visit.practiceId), eq(service.id, visit.serviceId)))
    .where(and(eq(visit.practiceId, viewer.practiceId), eq(visit.id, visitId)))
  return found(row)
}

/**
 * Makes bookings of one consultant wait for each other until this transaction ends. The exclusion constraint
 * decides; the lock only spares the losers a failed insert.
 */
export async function takeTurn(tx: Tx, consultantId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`visit ${consultantId}`}, 0))`)
}

/** The spans of a visit: itself, and with the drive from the home before that day, else from the practice. */
export async function spansOf(viewer: Viewer, slot: Slot, start: Temporal.Instant) {
  const { asked, consultant } = await daysOf(viewer, slot, start)
  const { blocked } = fits(asked, consultant, start.epochMilliseconds).slot
  return {
    during: { from: start, until: start.add({ minutes: slot.minutes }) },
    blocked: {
      from: Temporal.Instant.fromEpochMilliseconds(blocked.from),
      until: Temporal.Instant.fromEpochMilliseconds(blocked.until),
    },
  }
}

/** How far ahead we look for times, days, and how far apart they are, minutes: ours. */
const daysAhead = 14
const apart = 60

/** The next starts that fit a consultant's days, at least an hour apart, each with its reason. Four statements. */
export async function offersFor(
  viewer: Viewer,
  slot: Slot,
  after: Temporal.Instant,
  count = 4,
): Promise<Offer[]> {
  const { asked, households } = await daysOf(viewer, slot, after)
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

/** A consultant's days from a moment on, as the calculator of times asks for them. */
async function daysOf(viewer: Viewer, slot: Slot, from: Temporal.Instant) {
  const until = from.add({ hours: daysAhead * 24 })
  const { home, households, consultants, closings, travel, zone } = await schedulingContext(viewer, {
    consultantIds: [slot.consultantId],
    clientId: slot.clientId,
    without: slot.visitId,
    ...{ from, until },
  })
  const { minutes, setUp, wrapUp, maxDrive } = slot
  const asked: Asked = {
    wanted: {
      minutes,
      setUp,
      wrapUp,
      maxDrive,
      spot: slot.place === 'remote' ? null : home,
      zone: slot.zone,
    },
    ...{ consultants, closings, travel, zone },
    rules: { notice: 0, horizon: null, grid: 15 },
    window: { from: from.epochMilliseconds, until: until.epochMilliseconds },
    now: from.epochMilliseconds,
  }
  return { asked, consultant: found(consultants[0]), households }
}
