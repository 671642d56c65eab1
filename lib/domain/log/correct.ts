import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { requiredId, requiredLongText } from '@/lib/domain/form/fields'
import { durationBands } from '@/lib/domain/observation/vocabulary'
import type { SessionRow } from '@/lib/domain/session/row'
import { ownerLogSchema } from './schema'

/** How long a household may write a log anew, in hours. Ours: after that the practice may have acted on it. */
export const correctableHours = 24

/** A log written anew: the session it takes the place of, and why that one is taken out. */
export const correctedLogSchema = z.intersection(
  ownerLogSchema,
  z.object({ corrects: requiredId, reason: requiredLongText }),
)
export type CorrectedLog = z.output<typeof correctedLogSchema>

type Written = Pick<SessionRow, 'source' | 'voidedAt' | 'writtenAt'>

/** The household's own, still counting, and written down less than a day ago. */
export const mayCorrect = ({ source, voidedAt, writtenAt }: Written, now: Temporal.Instant): boolean =>
  source !== 'consultant' &&
  voidedAt === null &&
  Temporal.Instant.compare(now, writtenAt.add({ hours: correctableHours })) < 0

/** What was answered, as the fields of the log's form start with it; what was left out stays left out. */
export function answersOf(session: SessionRow): Record<string, string | string[]> {
  const { durationSec, startedAt } = session
  const band = durationBands.find(({ fromSec }) => fromSec === durationSec)?.key
  const one = {
    exercise: session.exercise,
    day: session.day.toString(),
    time: startedAt.toPlainTime().toString({ smallestUnit: 'minute' }),
    ...(band ? { durationBand: band } : { durationSec: durationSec?.toString() }),
    repsOk: session.repsOk?.toString(),
    stress: session.tapped.toString(),
    food: session.food,
    choice: session.choice,
    recovery: session.recovery,
    tension: session.tension,
    ended: session.ended,
    triggerDistance: session.triggerDistance,
    place: session.place,
    ownerMood: session.ownerMood,
    note: session.note,
  }
  const { signs, goodSigns, triggers, events, health } = session
  const given = Object.entries(one).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return { ...Object.fromEntries(given), signs, goodSigns, triggers, events, health }
}
