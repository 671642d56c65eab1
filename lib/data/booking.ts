import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { visit, visitAnimal, visitHold } from '@/db/schema'
import { and, eq } from 'drizzle-orm'
import type { MemberViewer, SystemViewer, Viewer } from '@/lib/domain/access/viewer'
import { NotFound, refused, type Refusal, type Result } from '@/lib/domain/result/result'
import { byDriving } from '@/lib/domain/scheduling/find-slots'
import { bookingStart } from '@/lib/domain/visit/booking-start'
import { anybody, askedFor, type BookVisit } from '@/lib/domain/visit/schema'
import { asViewer, audit } from './as-viewer'
import { askedOf, obstaclesTo, type Wish } from './booking-ask'
import { books, consultantFor, startAt, wallOf, whatIsBooked, type Placeless } from './booking-facts'
import { throughTheWall, orRefused, type Laid } from './booking-wall'
import { schedulingContext } from './scheduling-context'
import { timesThatFit } from './visit-slot'
import { tellHousehold } from './visit-mail'

/**
 * Books a visit at a wall time of the home. Refused: the past, an hour the clocks skip or repeat, time the consultant
 * does not have, and what rules or calm speak against, unless the form says why it is booked anyway. A refusal says
 * what stands in the way and offers the nearest times that fit. `holdId`: the hold it was offered with. `inTime`: the
 * service's notice was kept when the household asked.
 */
export function bookVisit(
  viewer: MemberViewer | SystemViewer,
  input: BookVisit & { holdId?: string; inTime?: true },
  now: Temporal.Instant,
): Promise<Result<{ visitId: string }>> {
  return orRefused(
    asViewer(viewer, async (tx) => {
      if (!books(viewer)) throw new NotFound()
      const booked = await whatIsBooked(tx, viewer, input)
      if ('reason' in booked) return booked
      if (input.show) return timesShown(viewer, booked, input, now)
      const wall = wallOf(input)
      const start = startAt(wall, booked.zone, now)
      if ('reason' in start) return start
      const asked = input.inTime ? { notice: 0, horizon: null } : {}
      const wish = { ...booked, ...start, ...asked, visitId: randomUUID() }
      const consultantId = await whoGoes(tx, viewer, wish, askedFor(input).who ?? input.consultantId, now)
      if (typeof consultantId !== 'string') return consultantId
      const ask = { wishes: [{ ...wish, consultantId }], holdId: input.holdId, answers: input }
      return throughTheWall(tx, viewer, ask, now, async (laid) => {
        await writeVisits(tx, viewer, laid, { serviceId: booked.serviceId, message: input.message })
        if (input.holdId)
          await tx
            .delete(visitHold)
            .where(and(eq(visitHold.practiceId, viewer.practiceId), eq(visitHold.id, input.holdId)))
        await tellHousehold(tx, viewer, wish.visitId, 'booked', null, now)
        return { visitId: wish.visitId }
      })
    }),
  )
}

/** The times that fit from the day that was asked for on; nothing is booked. */
async function timesShown(
  viewer: Viewer,
  booked: Placeless,
  { day, consultantId }: BookVisit,
  now: Temporal.Instant,
): Promise<Refusal> {
  const { after } = bookingStart(Temporal.PlainDate.from(day), booked.zone, now)
  const who = consultantId === anybody ? null : consultantId
  const offers = await timesThatFit(viewer, { ...booked, consultantId: who }, after, now)
  return refused(offers.length > 0 ? 'visit.shown' : 'visit.free.none', { offers })
}

type More = {
  serviceId: string
  message: string
  /** The series they are of, with the day each is meant for, in the order of the visits. */
  series?: { id: string; days: readonly Temporal.PlainDate[] }
}

/** Writes rows for what the wall let through, in two statements and one line of the audit each. */
export async function writeVisits(tx: Tx, viewer: Viewer, laid: readonly Laid[], more: More): Promise<void> {
  const { practiceId } = viewer
  const bookedBy = viewer.kind === 'member' ? viewer.memberId : null
  const { serviceId, message, series } = more
  await tx.insert(visit).values(
    laid.map(({ wish, ...spans }, n) => ({
      practiceId,
      id: wish.visitId,
      clientId: wish.clientId,
      serviceId,
      consultantId: wish.consultantId,
      localStart: wish.at.toZonedDateTimeISO(wish.zone).toPlainDateTime(),
      zone: wish.zone,
      minutes: wish.minutes,
      place: wish.place,
      ...spans,
      message,
      bookedBy,
      ...(series ? { seriesId: series.id, occurrence: series.days[n] ?? null } : {}),
    })),
  )
  const worked = laid.flatMap(({ wish }) =>
    wish.animalIds.map((animalId) => ({ practiceId, visitId: wish.visitId, animalId })),
  )
  if (worked.length > 0) await tx.insert(visitAnimal).values(worked)
  for (const one of laid) {
    const { visitId, consultantId, at } = one.wish
    await audit(tx, viewer, 'book', 'visit', visitId, { start: at.toString(), consultantId })
    await auditOverride(tx, viewer, one)
  }
}

/** What was booked against rules, or over another visit, stands in the audit on a line of its own. */
export async function auditOverride(tx: Tx, viewer: Viewer, { wish, ...laid }: Laid): Promise<void> {
  if (laid.rulesBroken.length > 0)
    await audit(tx, viewer, 'overrule', 'visit', wish.visitId, { rules: laid.rulesBroken })
  if (laid.overlapReason !== null) await audit(tx, viewer, 'layOver', 'visit', wish.visitId)
}

/** The consultant that was named; where anybody will do, who fits with the least driving, else who is asked first. */
async function whoGoes(
  tx: Tx,
  viewer: Viewer,
  wish: Omit<Wish, 'consultantId'>,
  named: string,
  now: Temporal.Instant,
): Promise<string | Refusal> {
  if (named !== anybody) return consultantFor(tx, viewer, named)
  const { at, clientId } = wish
  const context = await schedulingContext(viewer, { clientId, from: at, until: at.add({ hours: 24 }), now })
  const judged = context.consultants.map((consultant) => {
    const its = { ...wish, consultantId: consultant.id }
    return obstaclesTo(askedOf(context, its, now), consultant, its, []).fit
  })
  const best = judged.toSorted((a, b) => Number(b.fits) - Number(a.fits) || byDriving(a.slot, b.slot))[0]
  return best?.slot.consultantId ?? refused('visit.refused.gone')
}
