import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { visitSeries } from '@/db/schema'
import { canKeepClients } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { done, NotFound, refused, type Refusal, type Result } from '@/lib/domain/result/result'
import type { Occurrence } from '@/lib/domain/scheduling/series'
import { calmWarnings, type CalmAnimal } from '@/lib/domain/scheduling/calm'
import { planSeries, type PlannedOccurrence } from '@/lib/domain/scheduling/series-preview'
import { minute } from '@/lib/domain/scheduling/span'
import type { Planned } from '@/lib/domain/series/planned'
import { meantBy, ruleOf, type SeriesFields } from '@/lib/domain/series/schema'
import { instantOf } from '@/lib/domain/time/time'
import { isWall, rulesOf, type Obstacles } from '@/lib/domain/visit/obstacles'
import { dayShort, time } from '@/lib/format/dates'
import { asViewer, audit } from './as-viewer'
import { writeVisits } from './booking'
import { askedOf, type Wish } from './booking-ask'
import { calmAnimals } from './booking-calm'
import { consultantFor, startAt, whatIsBooked, type Placeless } from './booking-facts'
import { orRefused, throughTheWall } from './booking-wall'
import { schedulingContext } from './scheduling-context'
import { tellOfSeries } from './series-mail'
import { obstacleSentences, offerOf, whyItFits } from './slot-words'

/**
 * Every visit a series would be made of, each with its drive or its conflicts; nothing is written. Seven statements,
 * however many visits. NotFound for whoever may not book.
 */
export function seriesPreview(
  viewer: Viewer,
  input: SeriesFields,
  now: Temporal.Instant,
): Promise<Result<Planned[]>> {
  return asViewer(viewer, async (tx) => {
    if (!canKeepClients(viewer)) throw new NotFound()
    const booked = await whatIsBooked(tx, viewer, input)
    if ('reason' in booked) return booked
    const { clientId, zone } = booked
    const consultantId = await consultantFor(tx, viewer, input.consultantId)
    const meant = meantBy({ ...input, mends: {} }).map(({ wall }) => wall.toZonedDateTime(zone).toInstant())
    const [from, last] = [meant[0], meant.at(-1)]
    if (!from || !last) return refused('series.refused.empty')
    if (Temporal.Instant.compare(from, now) < 0)
      return refused('errors.checkFields', { fields: { day: 'inThePast' } })
    const around = { from, until: last.add({ hours: 24 * 4 }), clientId, now, consultantIds: [consultantId] }
    const context = await schedulingContext(viewer, around)
    const [consultant] = context.consultants
    if (!consultant) throw new NotFound()
    const { animals, names } = await calmAnimals(tx, viewer, booked.animalIds, now)
    const words = { households: context.households, animals: names, zone, remote: booked.place === 'remote' }
    const wish: Wish = { ...booked, consultantId, visitId: '', at: from, horizon: null }
    const planned = planSeries(askedOf(context, wish, now), consultant, ruleOf(input))
    return done(
      planned.map((one): Planned => {
        const { stands, obstacles } = standingOf(one, booked, animals)
        return {
          day: one.day.toString(),
          label: `${dayShort(one.day, zone)}, ${time(one.wall, zone)}`,
          stands,
          why:
            stands === 'fits' && one.slot
              ? whyItFits(one.slot, words)
              : obstacleSentences(obstacles, words).join(' '),
          instead: one.alternatives.map((slot) => offerOf(slot, words)),
        }
      }),
    )
  })
}

function standingOf({ wall, misfits }: PlannedOccurrence, booked: Placeless, animals: readonly CalmAnimal[]) {
  const at = instantOf(wall, booked.zone)
  const from = typeof at === 'string' ? null : at.epochMilliseconds
  const obstacles: Obstacles = {
    wall: misfits.filter(isWall),
    rules: misfits.filter((misfit) => !isWall(misfit)),
    calm:
      from === null || booked.place === 'remote'
        ? []
        : calmWarnings({ from, until: from + booked.minutes * minute }, animals, booked.zone),
  }
  const asks = rulesOf(obstacles).length > 0 ? 'asks' : 'fits'
  return {
    obstacles,
    stands: from === null || obstacles.wall.length > 0 ? ('taken' as const) : asks,
  } as const
}

/**
 * Books a series, all of it or nothing. An occurrence that does not fit is mended: left out, or at another time of its
 * own. Times are the wall's: 09:00 stays 09:00 over a change of clocks.
 */
export function bookSeries(
  viewer: MemberViewer,
  input: SeriesFields,
  now: Temporal.Instant,
): Promise<Result<{ visitId: string }>> {
  return orRefused(
    asViewer(viewer, async (tx) => {
      if (!canKeepClients(viewer)) throw new NotFound()
      const booked = await whatIsBooked(tx, viewer, input)
      if ('reason' in booked) return booked
      const consultantId = await consultantFor(tx, viewer, input.consultantId)
      const meant = meantBy(input)
      const wishes = wishesAt(meant, booked.zone, now, (at) => ({
        ...booked,
        consultantId,
        at,
        visitId: randomUUID(),
        horizon: null,
      }))
      if ('reason' in wishes) return wishes
      const [first] = wishes
      if (!first) return refused('series.refused.empty')
      const ask = { wishes, answers: { anyway: input.anyway }, together: true }
      return throughTheWall(tx, viewer, ask, now, async (laid) => {
        const rule = ruleOf(input)
        const id = randomUUID()
        await tx.insert(visitSeries).values({
          ...{ practiceId: viewer.practiceId, id, clientId: booked.clientId, serviceId: booked.serviceId },
          ...{
            consultantId,
            firstStart: rule.first,
            everyWeeks: rule.everyWeeks,
            weekdays: [...rule.weekdays],
          },
          ...('count' in rule.end ? { occurrences: rule.end.count } : { untilDay: rule.end.until }),
          bookedBy: viewer.memberId,
        })
        const series = { id, days: meant.map(({ day }) => day) }
        await writeVisits(tx, viewer, laid, { serviceId: booked.serviceId, message: input.message, series })
        await audit(tx, viewer, 'book', 'visit_series', id, { visits: laid.length })
        await tellOfSeries(tx, viewer, id, { is: 'booked' }, now)
        return { visitId: first.visitId }
      })
    }),
  )
}

/** Wishes at wall times of a home; refused where one of them is over, or is no single moment there. */
export function wishesAt<T extends Pick<Occurrence, 'wall'>>(
  meant: readonly T[],
  zone: string,
  now: Temporal.Instant,
  wishOf: (at: Temporal.Instant, one: T) => Wish,
): Wish[] | Refusal {
  const wishes: Wish[] = []
  for (const one of meant) {
    const start = startAt(one.wall, zone, now)
    if ('reason' in start) {
      const when = `${dayShort(one.wall.toPlainDate(), zone)}, ${time(one.wall, zone)}`
      return refused('series.refused.when', { values: { when } })
    }
    wishes.push(wishOf(start.at, one))
  }
  return wishes
}
