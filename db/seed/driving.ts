import type { Temporal } from 'temporal-polyfill'
import { driveMinutes } from '@/lib/domain/scheduling/travel'
import type { Appointment } from './calendar'
import type { HouseholdStory } from './story'

/** How long before the hour a consultant stands at the door, minutes. */
const early = 2

/**
 * When a consultant left each home of the past: in time for the drive to the next one of that day, which the
 * streets of the story make a little longer or shorter than the reckoned one; after the last one, at its end.
 */
export function whenLeft(
  calendar: ReadonlyMap<HouseholdStory, readonly Appointment[]>,
): (appointment: Appointment) => Temporal.Instant {
  const all = [...calendar.values()].flat()
  return ({ household, consultant, start, end, wall, story, service }) => {
    if (!story?.ago || service === 'call') return end
    const [next] = all
      .filter(
        (one) =>
          one.consultant === consultant &&
          one.wall.toPlainDate().equals(wall.toPlainDate()) &&
          one.start.epochMilliseconds > start.epochMilliseconds,
      )
      .sort((a, b) => a.start.epochMilliseconds - b.start.epochMilliseconds)
    const reckoned = next && driveMinutes(household, next.household)
    if (!next || !reckoned || next.service === 'call') return end
    const streets = [0.9, 1.1, 1.25, 1, 1.15][wall.day % 5] ?? 1
    const leaves = next.start.subtract({ minutes: early + Math.round(reckoned * streets) })
    return leaves.epochMilliseconds > end.epochMilliseconds ? leaves : end
  }
}
