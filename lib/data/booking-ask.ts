import type { Temporal } from 'temporal-polyfill'
import type { Offer } from '@/lib/domain/result/result'
import type { Asked, Booked, Consultant } from '@/lib/domain/scheduling/asked'
import { calmWarnings, type CalmAnimal } from '@/lib/domain/scheduling/calm'
import { nearestTo } from '@/lib/domain/scheduling/choose'
import { findSlots } from '@/lib/domain/scheduling/find-slots'
import { fits, type Fit } from '@/lib/domain/scheduling/fits'
import { minute } from '@/lib/domain/scheduling/span'
import type { ServicePlace } from '@/lib/domain/service/schema'
import { isWall, type Obstacles } from '@/lib/domain/visit/obstacles'
import type { SchedulingContext } from './scheduling-context'
import { offerOf, type Words } from './slot-words'

/** One visit that is to stand at a moment. */
export type Wish = {
  /** Of its row, the one that stands or the one that will. */
  visitId: string
  consultantId: string
  clientId: string
  animalIds: readonly string[]
  at: Temporal.Instant
  minutes: number
  setUp: number
  wrapUp: number
  maxDrive: number | null
  place: ServicePlace
  /** Zone of the home. */
  zone: string
  /** Hours and days of the service; 0 and null where a visit only changes hands or comes back. */
  notice: number
  horizon: number | null
}

/** How far ahead we look for times, hours; how far apart they are, minutes; how many: ours. */
export const reach = 14 * 24
const apart = 60
const offered = 4

/** Starts stand on this grid, minutes: ours. */
export const grid = 15

/** What the calculator of times is asked for a wish. */
export function askedOf(context: SchedulingContext, wish: Wish, now: Temporal.Instant): Asked {
  const from = Math.max(now.epochMilliseconds, wish.at.epochMilliseconds - 24 * 60 * minute)
  return {
    wanted: {
      minutes: wish.minutes,
      setUp: wish.setUp,
      wrapUp: wish.wrapUp,
      spot: wish.place === 'remote' ? null : context.home,
      zone: wish.zone,
      maxDrive: wish.maxDrive,
    },
    consultants: context.consultants,
    closings: context.closings,
    travel: context.travel,
    zone: context.zone,
    rules: { notice: wish.notice, horizon: wish.horizon, grid },
    window: { from, until: wish.at.add({ hours: reach }).epochMilliseconds },
    now: now.epochMilliseconds,
  }
}

/** How a wish would stand in a consultant's days, and all that speaks against it. */
export function obstaclesTo(
  asked: Asked,
  consultant: Consultant,
  wish: Wish,
  animals: readonly CalmAnimal[],
): { fit: Fit; obstacles: Obstacles } {
  const fit = fits(asked, consultant, wish.at.epochMilliseconds)
  const span = { from: fit.slot.start, until: fit.slot.end }
  const worked = animals.filter(({ id }) => wish.animalIds.includes(id))
  return {
    fit,
    obstacles: {
      wall: fit.misfits.filter(isWall),
      rules: fit.misfits.filter((misfit) => !isWall(misfit)),
      calm: wish.place === 'remote' ? [] : calmWarnings(span, worked, wish.zone),
    },
  }
}

/** The consultant with the wish in the calendar, so that what comes after it meets it there. */
export function standIn({ wanted }: Asked, consultant: Consultant, wish: Wish): Consultant {
  const from = wish.at.epochMilliseconds
  const { setUp, wrapUp, spot } = wanted
  const booked: Booked = { id: wish.visitId, from, until: from + wish.minutes * minute, setUp, wrapUp, spot }
  return { ...consultant, booked: [...consultant.booked, booked] }
}

/** The times nearest to the one that was asked for, each with its reason. */
export function nextOffers(asked: Asked, consultant: Consultant, wanted: number, words: Words): Offer[] {
  const slots = findSlots({ ...asked, consultants: [consultant] })
  return nearestTo(slots, wanted, apart, offered).map((slot) => offerOf(slot, words))
}
