import type { Temporal } from 'temporal-polyfill'
import { dayOf } from '@/lib/domain/time/time'
import { calendarOf, dayOfVisit, type Appointment } from './calendar'
import { whenLeft } from './driving'
import { moveStamps, StoryClock, type Happening } from './clock'
import { extras } from './extras'
import { Household } from './household'
import { households } from './households'
import { openPractice, type Practice } from './practice'
import { hasBeenRead } from './read'
import { zone } from './story'
import { Trained } from './training'
import { Visiting } from './visiting'
import { keepsHours } from './working'

export type Seeded = { practice: Practice; lived: Lived[] }
export type Lived = { household: Household; animals: Trained[] }
type Wishes = {
  now: Temporal.Instant
  /** Administrator of the embedded server, to move the database's own stamps; without it they say today. */
  adminUrl?: string | undefined
  /** Told how many of how many happenings are behind. */
  progress?: (done: number, all: number) => void
}

/** Lives eight weeks of the demo practice up to `now`, through the verbs of the app, in order. */
export async function seedDemo({ now, adminUrl, progress }: Wishes): Promise<Seeded> {
  const clock = new StoryClock()
  const practice = await openPractice(clock, now.subtract({ hours: 24 * 66 }))
  await keepsHours(practice, clock, now.subtract({ hours: 24 * 65 }), now)
  const calendar = calendarOf(households, now)
  const lived = households.map((story) => ({
    household: new Household(story, practice, clock),
    animals: story.animals.map((animal) => new Trained(animal, clock)),
  }))
  const told = lived.flatMap((one) =>
    happeningsOf(one, calendar.get(one.household.story) ?? [], practice, clock, now, whenLeft(calendar)),
  )
  const all = [...told, ...extras(lived, practice, clock, now)]
    .filter(({ at }) => at.epochMilliseconds <= now.epochMilliseconds)
    .sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
  for (const [done, { run }] of all.entries()) {
    await run()
    progress?.(done + 1, all.length)
  }
  if (adminUrl) await moveStamps(clock.moments, adminUrl)
  await hasBeenRead(practice.staff.mairi, now)
  return { practice, lived }
}

/** Everything that happens to one household, each at its moment; what lies ahead of now is cut off later. */
function happeningsOf(
  { household, animals }: Lived,
  appointments: readonly Appointment[],
  practice: Practice,
  clock: StoryClock,
  now: Temporal.Instant,
  leftAt: (appointment: Appointment) => Temporal.Instant,
): Happening[] {
  const happenings: Happening[] = []
  const happens = (at: Temporal.Instant, what: string, run: () => Promise<void>) =>
    happenings.push({ at, what, run })
  const [first] = appointments
  if (!first) return []
  const rings = first.wall
    .toPlainDate()
    .subtract({ days: 4 })
    .toPlainDateTime('16:10')
    .toZonedDateTime(zone)
    .toInstant()
  happens(rings, 'rings', () => household.arrives(rings))
  happens(first.start.add({ minutes: 5 }), 'agrees', () => household.agrees(first.start.add({ minutes: 5 })))

  let told = rings.add({ minutes: 6 })
  for (const appointment of appointments) {
    const visiting = new Visiting(appointment, household, practice, clock)
    const worked = animals.filter(({ story: its, startedAgo }) => {
      const ago = appointment.story?.ago
      return ago === undefined || (its.at[ago] ?? (startedAgo > ago && appointment.story?.ends))
    })
    visiting.parts = worked.flatMap((trained) => {
      const part = appointment.story && trained.story.at[appointment.story.ago]
      return part ? [{ trained, part }] : []
    })
    const booked = appointment.story ? told : (lastToldBefore(appointments, now) ?? told)
    happens(booked, 'is booked', async () => {
      // A few seconds apart: a household's animals are listed in the order in which they were written down.
      for (const [nth, trained] of worked.entries())
        trained.id ||= await household.takesIn(trained.story, booked.add({ seconds: 40 * nth }))
      const resting = worked.filter(({ stageKey, protocol }) => stageKey === protocol.alternative.key)
      await visiting.isBooked(
        booked.add({ minutes: 4 }),
        resting.length < worked.length ? worked.filter((one) => !resting.includes(one)) : worked,
      )
    })
    if (!appointment.story) continue
    const { ends, amendment, cancelReason } = appointment.story
    const { start, end } = appointment
    told = end.add({ minutes: 14 })
    if (cancelReason) {
      happens(start.subtract({ hours: 3 }), 'is cancelled', () =>
        visiting.isCancelled(start.subtract({ hours: 3 })),
      )
      continue
    }
    const arrived = start.subtract({ minutes: 2 })
    if (ends === 'noShow') {
      happens(start.add({ minutes: 20 }), 'nobody opens', () =>
        visiting.nobodyOpens(start.add({ minutes: 20 })),
      )
      continue
    }
    happens(arrived, 'arrives', () => visiting.arrives(arrived))
    happens(start.add({ minutes: 8 }), 'plans', () => visiting.startsPlans(start.add({ minutes: 8 })))
    happens(start.add({ minutes: 12 }), 'works', () => visiting.works(start.add({ minutes: 12 })))
    happens(start.add({ minutes: 25 }), 'photographs', () => visiting.photographs(start.add({ minutes: 25 })))
    happens(end.subtract({ minutes: 6 }), 'checks', () => visiting.checksSafety(end.subtract({ minutes: 6 })))
    const left = leftAt(appointment)
    happens(left, 'leaves', () => visiting.leaves(left))
    if (ends !== 'notBegun')
      happens(left.add({ minutes: 4 }), 'writes', () => visiting.isWrittenUp(left.add({ minutes: 4 })))
    if (ends) continue
    happens(left.add({ minutes: 10 }), 'signs', () => visiting.isSigned(left.add({ minutes: 10 })))
    if (amendment) {
      const at = end.add({ hours: amendment.hoursLater })
      happens(at, 'amends', () => visiting.isAmended(at))
    }
  }
  for (const trained of animals) practises(trained, household, animals, appointments, now, happens)
  return happenings
}

/** The household's own sessions, on every day on which no consultant came. */
function practises(
  trained: Trained,
  household: Household,
  animals: readonly Trained[],
  appointments: readonly Appointment[],
  now: Temporal.Instant,
  happens: (at: Temporal.Instant, what: string, run: () => Promise<void>) => void,
) {
  const today = dayOf(now, zone)
  const visited = new Map<string, number>()
  for (const { story, service } of appointments)
    if (story && service !== 'call' && !['cancelled', 'noShow'].includes(story.ends ?? ''))
      visited.set(dayOfVisit(today, story.ago).toString(), story.ago)
  for (let ago = trained.startedAgo; ago > 0; ago--) {
    const day = today.subtract({ days: ago })
    if (visited.has(day.toString())) continue
    // A visit that was moved off a Sunday took that day's letter along: the two days change places.
    const letterAgo = [...visited.values()].includes(ago) ? ago + 1 : ago
    const somebody = (at: Temporal.Instant) =>
      household.seenBy(at.epochMilliseconds % 4 === 0 ? 1 : 0, animals.map(({ id }) => id).filter(Boolean))
    const times = trained.timesOn(letterAgo, day, zone)
    for (const at of times) happens(at, 'practises', () => trained.trains(letterAgo, at, somebody(at)))
    const obstacle = trained.story.gotInTheWay?.[letterAgo]
    if (obstacle && times.length === 0) {
      const evening = day.toZonedDateTime({ timeZone: zone, plainTime: '21:30' }).toInstant()
      happens(evening, 'tells', () => trained.tells(somebody(evening), day, obstacle, evening))
    }
  }
}

/** When the household was last spoken to: visits ahead are booked then. */
function lastToldBefore(
  appointments: readonly Appointment[],
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  const past = appointments.filter(
    ({ story, end }) => story && story.ago > 0 && end.epochMilliseconds < now.epochMilliseconds,
  )
  return past.at(-1)?.end.add({ minutes: 18 })
}
