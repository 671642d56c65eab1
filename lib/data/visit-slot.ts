import type { Temporal } from 'temporal-polyfill'
import { practiceFor } from '@/lib/auth/on-behalf'
import type { Viewer } from '@/lib/domain/access/viewer'
import { NotFound, type Offer } from '@/lib/domain/result/result'
import { calmWarnings } from '@/lib/domain/scheduling/calm'
import { bestOf, earliestOf } from '@/lib/domain/scheduling/choose'
import { findSlots } from '@/lib/domain/scheduling/find-slots'
import { askedOf, reach, type Wish } from './booking-ask'
import { asViewer } from './as-viewer'
import { calmAnimals, type Calm } from './booking-calm'
import { schedulingContext, type SchedulingContext } from './scheduling-context'
import { offerOf, ownerOfferOf } from './slot-words'

/** How far apart the times are that are shown at once, minutes, and how many: ours. */
const apart = 60
const shown = 6

/** A household chooses among more times, further apart, so that several days are among them. */
const apartForOwner = 180
const shownToOwner = 8

type Sought = Omit<Wish, 'visitId' | 'at' | 'animalIds' | 'consultantId'> & {
  /** Null: anybody of the practice, least driving first. */
  consultantId: string | null
  /** A visit that is being moved, so that it is not in its own way. */
  without?: string
  /** For the eyes of a household: no word of another one, nor of the roads between. */
  forOwner?: true
}

/**
 * The times that fit in the 14 days after a moment, at least an hour apart, each with its reason: of one consultant
 * the earliest, of everybody those with the least driving; what speaks against one for the sake of an animal's `calm`
 * follows. Four statements, five with a route server.
 */
export async function timesThatFit(
  viewer: Viewer,
  sought: Sought,
  after: Temporal.Instant,
  now: Temporal.Instant,
  calm?: Calm,
): Promise<Offer[]> {
  const { consultantId, without } = sought
  const context = await schedulingContext(viewer, {
    clientId: sought.clientId,
    from: after,
    until: after.add({ hours: reach }),
    now,
    ...(consultantId ? { consultantIds: [consultantId] } : {}),
  })
  const consultants = context.consultants.map((one) => ({
    ...one,
    booked: one.booked.filter(({ id }) => id !== without),
  }))
  return timesIn({ ...context, consultants }, sought, after, now, calm)
}

/** The same where the days are known already; a visit that moves is to be out of them. */
export function timesIn(
  context: SchedulingContext,
  sought: Sought,
  after: Temporal.Instant,
  now: Temporal.Instant,
  calm?: Calm,
): Offer[] {
  const { consultantId } = sought
  const wish = { ...sought, visitId: '', animalIds: [], consultantId: consultantId ?? '', at: after }
  const asked = askedOf(context, wish, now)
  const slots = findSlots({ ...asked, window: { ...asked.window, from: after.epochMilliseconds } })
  if (sought.forOwner) {
    const { zone, place } = sought
    const calmly = slots.filter(
      ({ start: from, end: until }) =>
        place === 'remote' || calmWarnings({ from, until }, calm?.animals ?? [], zone).length === 0,
    )
    const chosen = bestOf(calmly, apartForOwner, shownToOwner).toSorted((a, b) => a.start - b.start)
    return chosen.map((slot) => ownerOfferOf(slot, context.names, sought.zone))
  }
  const words = {
    households: context.households,
    zone: sought.zone,
    remote: sought.place === 'remote',
    ...(calm ? { animals: calm.names, calm: calm.animals } : {}),
  }
  const chosen = consultantId ? earliestOf(slots, apart, shown) : bestOf(slots, apart, shown)
  return chosen.map((slot) => offerOf(slot, consultantId ? words : { ...words, consultants: context.names }))
}

/**
 * The times a household is shown: those that fit by the practice's days and by the calm of its animals, eight at
 * most, three hours apart, with the least driving, in their order. Two more statements than the practice's own.
 */
export async function timesForOwner(
  viewer: Viewer,
  sought: Omit<Sought, 'clientId'>,
  now: Temporal.Instant,
): Promise<Offer[]> {
  if (viewer.kind !== 'guardian') throw new NotFound()
  const system = practiceFor(viewer)
  const { clientId, animalIds } = viewer
  const after = now.add({ hours: Math.max(1, sought.notice) })
  return asViewer(system, async (tx) => {
    const calm = await calmAnimals(tx, system, [...animalIds], now)
    return timesThatFit(system, { ...sought, clientId, forOwner: true }, after, now, calm)
  })
}
