import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { integerBetween, listOf, optionalId, optionOf } from '@/lib/domain/form/fields'
import {
  choices,
  durationBandKeys,
  durationBands,
  endings,
  foods,
  goodSigns,
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
  type GoodSign,
} from './vocabulary'

/** A day in seconds: nothing here lasts longer. Ours. */
const seconds = integerBetween(0, 86_400)
const css = integerBetween(1, 7)
const given = (value: unknown) =>
  value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value

/** A chip group: each chip once, in the order of tapping. */
const chips = <const T extends readonly [string, ...string[]]>(keys: T) =>
  listOf(keys).transform((tapped) => [...new Set(tapped)])

/** Worst body level seen, 0-4: the one answer that must be given. */
const stress = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : given(value)),
  z
    .number({ error: ({ input }) => (input === undefined ? 'required' : 'notANumber') })
    .int('outOfRange')
    .min(0, 'outOfRange')
    .max(4, 'outOfRange')
    .transform((level) => level as BodyLevel),
)

/** Wall time at the animal's home (`2026-03-01T17:20`) or an instant with offset; not given means now. */
const startedAt = z.preprocess(given, z.string('notADate').refine(isMoment, 'notADate').optional())

/** What one homework log or one observed session holds; all but the body level may be left out. */
export const trainingSessionFields = z.object({
  id: optionalId,
  exercise: z.string().trim().max(200, 'tooLong').default(''),
  startedAt,
  durationSec: seconds,
  durationBand: optionOf(durationBandKeys),
  repsOk: integerBetween(0, 100),
  repsTotal: integerBetween(1, 100),
  stress,
  signs: chips(signs),
  goodSigns: chips(goodSigns),
  food: optionOf(foods),
  choice: optionOf(choices),
  recovery: optionOf(recoveries),
  tension: optionOf(tensions),
  ended: optionOf(endings),
  triggers: chips(triggers),
  triggerDistance: optionOf(triggerDistances),
  place: optionOf(places),
  events: chips(redEvents),
  health: chips(healthSignKeys),
  ownerMood: optionOf(ownerMoods),
  note: z.string().trim().max(500, 'tooLong').default(''),
  timeBand: optionOf(timeBands),
  noise: optionOf(noiseLevels),
  weather: optionOf(weathers),
  temperatureC: integerBetween(-40, 60),
  latencyApproachSec: seconds,
  latencyEatSec: seconds,
  latencyStepSec: seconds,
  longestCalmSec: seconds,
  cssStart: css,
  cssPeak: css,
  cssEnd: css,
})

/**
 * A session as a consultant or an owner records it, from an HTML form or from JSON. An empty string is "not
 * given", a chip group may arrive as one string or as a list. A tapped duration band becomes its lower bound
 * unless a stopwatch gave the time; reps without a total are out of five. Messages are keys of `errors`.
 */
export const trainingSessionSchema = trainingSessionFields.transform((form, context) => {
  const { durationBand, ...session } = form
  const repsTotal = session.repsTotal ?? (session.repsOk === undefined ? undefined : 5)
  if (session.repsOk !== undefined && repsTotal !== undefined && session.repsOk > repsTotal) {
    context.addIssue({ code: 'custom', message: 'outOfRange', path: ['repsOk'] })
  }
  const good = new Set<string>(goodSigns)
  const met = session.triggers.filter((trigger) => trigger !== 'none')
  return {
    ...session,
    repsTotal,
    durationSec: session.durationSec ?? durationBands.find(({ key }) => key === durationBand)?.fromSec,
    signs: session.signs.filter((sign) => !good.has(sign)),
    goodSigns: [
      ...new Set([...session.goodSigns, ...session.signs.filter((sign): sign is GoodSign => good.has(sign))]),
    ],
    triggers: met.length > 0 ? met : session.triggers,
  }
})

export type TrainingSessionInput = z.input<typeof trainingSessionFields>
export type TrainingSession = z.output<typeof trainingSessionSchema>

/** True when at least one trigger was met; "none" is an answer, not a trigger. */
export function metTrigger(met: readonly string[]): boolean {
  return met.some((trigger) => trigger !== 'none')
}

function isMoment(value: string): boolean {
  try {
    Temporal.PlainDateTime.from(value.replace(/(Z|[+-]\d\d:?\d\d)$/, ''))
    return true
  } catch {
    return false
  }
}
