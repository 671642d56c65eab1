import { Temporal } from 'temporal-polyfill'
import {
  goodSignsBySpecies,
  healthSigns,
  signsBySpecies,
  type Species,
} from '@/lib/domain/observation/vocabulary'
import { liveEntries, planState, type PlanState, type StageEntry } from '@/lib/domain/plan/state'
import type { Alternative, Stage } from '@/lib/domain/protocol/protocol'
import { instantOf } from '@/lib/domain/time/time'
import type { RecordedSession } from './schema'

/** How many days back an owner may write a session down. Ours: memory for details fades within a week. */
export const ownersLookBackDays = 7
/** A clock that runs ahead by less than this is not the future. Ours. */
const clockSlack = Temporal.Duration.from({ minutes: 5 })

export type WhenRefusal = 'inTheFuture' | 'skippedHour' | 'tooLongAgo'

/** When a session began, and its local day at the animal's home; or why that cannot be. */
export function whenOf(
  input: Pick<RecordedSession, 'startedAt' | 'day' | 'time'>,
  zone: string,
  now: Temporal.Instant,
  lookBackDays: number | null,
): { startedAt: Temporal.Instant; day: Temporal.PlainDate } | WhenRefusal {
  const startedAt = momentOf(input, zone, now)
  if (startedAt === 'skippedHour') return startedAt
  if (Temporal.Instant.compare(startedAt, now.add(clockSlack)) > 0) return 'inTheFuture'
  const day = startedAt.toZonedDateTimeISO(zone).toPlainDate()
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  if (lookBackDays !== null && day.until(today, { largestUnit: 'days' }).days > lookBackDays)
    return 'tooLongAgo'
  return { startedAt, day: Temporal.PlainDate.compare(day, today) > 0 ? today : day }
}

/** A wall time that comes twice is taken as its first: the record is of the past and nobody waits for it. */
function momentOf(
  { startedAt, day, time }: Pick<RecordedSession, 'startedAt' | 'day' | 'time'>,
  zone: string,
  now: Temporal.Instant,
): Temporal.Instant | 'skippedHour' {
  const today = now.toZonedDateTimeISO(zone)
  if (startedAt !== undefined && /(Z|[+-]\d\d:?\d\d)$/.test(startedAt))
    return Temporal.Instant.from(startedAt)
  if (
    startedAt === undefined &&
    time === undefined &&
    (day === undefined || day === today.toPlainDate().toString())
  )
    return now
  const wall = Temporal.PlainDateTime.from(
    startedAt ?? `${day ?? today.toPlainDate().toString()}T${time ?? '12:00'}`,
  )
  const instant = instantOf(wall, zone)
  if (instant === 'skippedHour') return instant
  return instant === 'repeatedHour'
    ? wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).toInstant()
    : instant
}

/** The plan as it stood on a day, or null before it began: a late session belongs to the stage of its day. */
export function stateOn(
  entries: readonly StageEntry[],
  day: Temporal.PlainDate,
  alternative: Pick<Alternative, 'reviewDays'>,
): PlanState | null {
  const until = liveEntries(entries).filter(
    ({ enteredOn }) => Temporal.PlainDate.compare(enteredOn, day) <= 0,
  )
  return until.length > 0 ? planState(until, alternative) : null
}

/** What of the form belongs to this stage: repetitions only where they are counted, the leash only where it is. */
export function fieldsOfStage(input: RecordedSession, stage: Pick<Stage, 'reps' | 'leash'> | null) {
  const counted = stage?.reps !== undefined && input.repsOk !== undefined
  return {
    repsOk: counted ? input.repsOk : undefined,
    repsTotal: counted ? (input.repsTotal ?? stage.reps) : undefined,
    tension: stage?.leash ? input.tension : undefined,
  }
}

/** Signs as stress signs and good ones; null where one is not a sign of this species. */
export function signsOf(species: Species, tapped: readonly string[]) {
  const stress: readonly string[] = Object.values(signsBySpecies[species]).flat()
  const good: readonly string[] = goodSignsBySpecies[species]
  if (tapped.some((sign) => !stress.includes(sign) && !good.includes(sign))) return null
  return {
    signs: tapped.filter((sign) => stress.includes(sign)),
    goodSigns: tapped.filter((sign) => good.includes(sign)),
  }
}

export const isHealthSignOf = (species: Species, sign: string): boolean =>
  healthSigns.some((known) => known.key === sign && known.species.includes(species))
