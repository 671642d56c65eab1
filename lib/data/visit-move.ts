import { Temporal } from 'temporal-polyfill'
import { canKeepClients, canRunPractice } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'
import { askedDay } from '@/lib/domain/scheduling/asked-day'
import { fits } from '@/lib/domain/scheduling/fits'
import { bookingStart } from '@/lib/domain/visit/booking-start'
import { verdictOf } from '@/lib/domain/visit/obstacles'
import type { MovePage, MovePreview, VisitPage } from '@/lib/domain/visit/pages'
import { canMove } from '@/lib/domain/visit/status'
import { asViewer } from './as-viewer'
import { askedOf, obstaclesTo, reach, type Wish } from './booking-ask'
import { calmAnimals, type Calm } from './booking-calm'
import { startAt } from './booking-facts'
import { schedulingContext, type SchedulingContext } from './scheduling-context'
import { obstacleSentences, whyItFits } from './slot-words'
import { visitOf } from './visit'
import { timesIn } from './visit-slot'

type Sought = { day?: string | undefined; time?: string | undefined }

/**
 * A visit with the next times it could move to and what moving it to the one that was asked for would do, which is
 * decided by the rules of booking: five statements, six with a route server. Nothing changes by looking. For those
 * who work here; NotFound where the visit cannot be moved any more.
 */
export function movePage(
  viewer: Viewer,
  visitId: string,
  sought: Sought,
  now: Temporal.Instant,
): Promise<MovePage> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const visit = await visitOf(viewer, visitId)
    if (!canMove(visit.status)) throw new NotFound()
    const wall = wallFrom(sought)
    const start = wall && startAt(wall, visit.zone, now)
    const at = start && 'at' in start ? start.at : undefined
    const { after } = bookingStart(undefined, viewer.zone, now)
    const moments = [visit.from, after, at ?? after].toSorted((a, b) => Temporal.Instant.compare(a, b))
    const context = withoutIt(
      await schedulingContext(viewer, {
        consultantIds: [visit.consultantId],
        from: moments[0] ?? after,
        until: (moments[2] ?? after).add({ hours: reach }),
        now,
      }),
      visit,
    )
    const ids = visit.animals.map(({ id }) => id)
    const calm = await calmAnimals(tx, viewer, ids, now)
    return {
      visit,
      offers: timesIn(context, wishFor(visit, after), after, now, calm),
      preview:
        start && 'reason' in start
          ? { refused: start.fields?.time ?? 'invalid' }
          : at
            ? previewOf(context, visit, { wish: wishFor(visit, at), calm, now, owns: canRunPractice(viewer) })
            : null,
    }
  })
}

type Looked = {
  wish: Wish
  calm: Calm
  now: Temporal.Instant
  owns: boolean
}

/** The facts of a move; null where nobody is left to make the visit. */
function previewOf(
  context: SchedulingContext,
  visit: VisitPage,
  { wish, calm, now, owns }: Looked,
): MovePreview | null {
  const [consultant] = context.consultants
  if (!consultant) return null
  const asked = askedOf(context, wish, now)
  const { fit, obstacles } = obstaclesTo(asked, consultant, wish, calm.animals)
  const stands = fits(asked, consultant, visit.from.epochMilliseconds)
  const { households } = context
  const words = { households, animals: calm.names, zone: visit.zone, remote: visit.place === 'remote' }
  return {
    from: wish.at,
    until: wish.at.add({ minutes: visit.minutes }),
    why: whyItFits(fit.slot, words),
    driving: { before: Math.max(0, stands.slot.added), after: Math.max(0, fit.slot.added) },
    against: obstacleSentences(obstacles, words),
    verdict: verdictOf(obstacles, {}, owns),
    layOver: owns,
  }
}

/** The consultant's days without the visit that moves, and where its home is. */
function withoutIt(context: SchedulingContext, { id }: VisitPage): SchedulingContext {
  const own = context.consultants.flatMap(({ booked }) => booked).find((booked) => booked.id === id)
  const consultants = context.consultants.map((one) => ({
    ...one,
    booked: one.booked.filter((booked) => booked.id !== id),
  }))
  return { ...context, consultants, home: own?.spot ?? null }
}

const wishFor = (visit: VisitPage, at: Temporal.Instant): Wish => ({
  visitId: visit.id,
  consultantId: visit.consultantId,
  clientId: visit.household.id,
  animalIds: visit.animals.map(({ id }) => id),
  at,
  minutes: visit.minutes,
  setUp: visit.setUp,
  wrapUp: visit.wrapUp,
  maxDrive: visit.maxDrive,
  place: visit.place,
  zone: visit.zone,
  notice: 0,
  horizon: null,
})

/** What an address asks for; anything that is no time of a day is as if it were left out. */
function wallFrom({ day, time }: Sought): Temporal.PlainDateTime | undefined {
  const date = askedDay(day)
  return date && time && /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
    ? date.toPlainDateTime(Temporal.PlainTime.from(time))
    : undefined
}
