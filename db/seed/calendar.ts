import type { Temporal } from 'temporal-polyfill'
import type { AheadStory, ConsultantKey, HouseholdStory, ServiceKey, VisitStory } from './story'
import { zone } from './story'

export const minutesOf: Record<ServiceKey, number> = { first: 90, visit: 60, call: 30 }

export type Appointment = {
  household: HouseholdStory
  consultant: ConsultantKey
  service: ServiceKey
  wall: Temporal.PlainDateTime
  start: Temporal.Instant
  end: Temporal.Instant
  /** Not given for a visit that lies ahead. */
  story?: VisitStory
  message: string
}

/** Times of a working day, far enough apart for the longest visit and the drive after it. */
const usualTimes = ['09:00', '11:15', '13:30', '15:45', '18:00']
const sunday = 7

/** Every visit of every household with its day and time, seen from `now`. */
export function calendarOf(
  households: readonly HouseholdStory[],
  now: Temporal.Instant,
): Map<HouseholdStory, Appointment[]> {
  const local = now.toZonedDateTimeISO(zone)
  const today = local.toPlainDate()
  const todays = startsOfToday(local.toPlainDateTime())
  const taken = new Map<string, number>()
  const nextTime = (consultant: ConsultantKey, day: Temporal.PlainDate) => {
    const key = `${consultant} ${day.toString()}`
    const count = taken.get(key) ?? 0
    taken.set(key, count + 1)
    // Days do not all begin at nine: each takes the times in another order.
    const time = usualTimes[(day.dayOfYear + 2 * count) % usualTimes.length]
    if (!time || count >= usualTimes.length)
      throw new RangeError(`${consultant} has no time left on ${day.toString()}`)
    return day.toPlainDateTime(time)
  }
  const place = (
    household: HouseholdStory,
    service: ServiceKey,
    wall: Temporal.PlainDateTime,
    rest: { story?: VisitStory; message?: string },
  ): Appointment => {
    const start = wall.toZonedDateTime(zone).toInstant()
    const end = start.add({ minutes: minutesOf[service] })
    return { household, consultant: household.consultant, service, wall, start, end, message: '', ...rest }
  }
  return new Map(
    households.map((household) => {
      const past = household.visits.map((story) => {
        const wall =
          story.ago === 0
            ? (todays[story.slot ?? 0] ?? local.toPlainDateTime())
            : nextTime(household.consultant, dayOfVisit(today, story.ago))
        return place(household, story.service, wall, { story })
      })
      const ahead = household.ahead.map((story: AheadStory) =>
        place(household, story.service, nextTime(household.consultant, dayAhead(today, story.days)), {
          message: story.message ?? '',
        }),
      )
      return [household, [...past, ...ahead]]
    }),
  )
}

/** Nobody visits on a Sunday: what falls on one was on the Saturday before. */
export function dayOfVisit(today: Temporal.PlainDate, ago: number): Temporal.PlainDate {
  const day = today.subtract({ days: ago })
  return ago > 0 && day.dayOfWeek === sunday ? day.subtract({ days: 1 }) : day
}

function dayAhead(today: Temporal.PlainDate, days: number): Temporal.PlainDate {
  const day = today.add({ days })
  return day.dayOfWeek === sunday ? day.add({ days: 1 }) : day
}

const [earliest, latest] = [7 * 60 + 30, 19 * 60]
const apart = 110

/**
 * Four times of today around the hour the demo starts: two visits behind, one next, one to come; nearer to morning
 * or evening more of them lie ahead or behind.
 */
export function startsOfToday(local: Temporal.PlainDateTime): Temporal.PlainDateTime[] {
  const minute = local.hour * 60 + local.minute
  const next = Math.min(Math.max(Math.ceil((minute + 20) / 15) * 15, earliest), latest)
  let first = next - 2 * apart
  while (first < earliest) first += apart
  while (first + 3 * apart > latest) first -= apart
  const midnight = local.toPlainDate().toPlainDateTime()
  return [0, 1, 2, 3].map((slot) => midnight.add({ minutes: first + slot * apart }))
}
