import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { answer, chips, notGiven, numberIn, requiredNumberIn, words } from './form-fields'
import {
  choices,
  durationBandKeys,
  durationBands,
  endings,
  foods,
  healthSignKeys,
  noiseLevels,
  ownerMoods,
  places,
  recoveries,
  redEvents,
  signs,
  tensions,
  timeBands,
  triggerDistances,
  triggers,
  weathers,
  type BodyLevel,
} from './vocabulary'

/** A day in seconds: nothing here lasts longer. Ours. */
const dayOfSeconds = 86_400
const seconds = numberIn(0, dayOfSeconds, 'whole')
const css = numberIn(1, 7, 'whole')

/** Wall time at the animal's home (`2026-03-01T17:20`) or an instant with offset; not given means now. */
const startedAt = z.preprocess(
  notGiven,
  z
    .string({ error: 'notADate' })
    .refine((value) => reads(() => Temporal.PlainDateTime.from(value.replace(/(Z|[+-]\d\d:?\d\d)$/, ''))), {
      error: 'notADate',
    })
    .optional(),
)

const stress = requiredNumberIn(0, 4, 'whole').transform((level) => level as BodyLevel)

/** What one homework log or one observed session holds; all but the body level may be left out. */
export const trainingSessionFields = z.object({
  id: z.preprocess(notGiven, z.uuid({ error: 'notAnId' }).optional()),
  exercise: words(200),
  startedAt,
  durationSec: seconds,
  durationBand: answer(durationBandKeys),
  repsOk: numberIn(0, 100, 'whole'),
  repsTotal: numberIn(1, 100, 'whole'),
  stress,
  signs: chips(signs),
  food: answer(foods),
  choice: answer(choices),
  recovery: answer(recoveries),
  tension: answer(tensions),
  ended: answer(endings),
  triggers: chips(triggers),
  triggerDistance: answer(triggerDistances),
  place: answer(places),
  events: chips(redEvents),
  health: chips(healthSignKeys),
  mood: answer(ownerMoods),
  note: words(500),
  timeBand: answer(timeBands),
  noise: answer(noiseLevels),
  weather: answer(weathers),
  temperatureC: numberIn(-40, 60),
  latencyApproachSec: seconds,
  latencyEatSec: seconds,
  latencyStepSec: seconds,
  longestCalmSec: seconds,
  cssStart: css,
  cssPeak: css,
  cssEnd: css,
})

/**
 * A session as a consultant or an owner records it, from an HTML form or from JSON. Strings are coerced, an
 * empty string is "not given", a chip group may arrive as one string or as a list. A tapped duration band
 * becomes its lower bound; reps without a total are out of five. Messages are catalogue keys.
 */
export const trainingSessionSchema = trainingSessionFields.transform(
  ({ durationBand, ...session }, context) => {
    const repsTotal = session.repsTotal ?? (session.repsOk === undefined ? undefined : 5)
    if (session.repsOk !== undefined && repsTotal !== undefined && session.repsOk > repsTotal) {
      context.addIssue({ code: 'custom', message: 'outOfRange', path: ['repsOk'] })
    }
    const band = durationBands.find((one) => one.key === durationBand)
    const met = session.triggers.filter((trigger) => trigger !== 'none')
    return {
      ...session,
      repsTotal,
      durationSec: session.durationSec ?? band?.fromSec,
      triggers: met.length > 0 ? met : session.triggers,
    }
  },
)

export type TrainingSessionInput = z.input<typeof trainingSessionFields>
export type TrainingSession = z.output<typeof trainingSessionSchema>

/** True when at least one trigger was met; "none" is an answer, not a trigger. */
export function metTrigger(met: readonly string[]): boolean {
  return met.some((trigger) => trigger !== 'none')
}

function reads(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}
