import type { Temporal } from 'temporal-polyfill'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { Offer } from '@/lib/domain/result/result'
import { bestOf, earliestOf } from '@/lib/domain/scheduling/choose'
import { findSlots } from '@/lib/domain/scheduling/find-slots'
import { askedOf, reach, type Wish } from './booking-ask'
import type { Calm } from './booking-calm'
import { schedulingContext, type SchedulingContext } from './scheduling-context'
import { offerOf } from './slot-words'

/** How far apart the times are that are shown at once, minutes, and how many: ours. */
const apart = 60
const shown = 6

type Sought = Omit<Wish, 'visitId' | 'at' | 'animalIds' | 'consultantId'> & {
  /** Null: anybody of the practice, least driving first. */
  consultantId: string | null
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
  const { consultantId } = sought
  const context = await schedulingContext(viewer, {
    clientId: sought.clientId,
    from: after,
    until: after.add({ hours: reach }),
    now,
    ...(consultantId ? { consultantIds: [consultantId] } : {}),
  })
  return timesIn(context, sought, after, now, calm)
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
  const words = {
    households: context.households,
    zone: sought.zone,
    remote: sought.place === 'remote',
    ...(calm ? { animals: calm.names, calm: calm.animals } : {}),
  }
  const chosen = consultantId ? earliestOf(slots, apart, shown) : bestOf(slots, apart, shown)
  return chosen.map((slot) => offerOf(slot, consultantId ? words : { ...words, consultants: context.names }))
}
