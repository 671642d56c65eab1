import fc from 'fast-check'
import {
  choices,
  foods,
  healthSignKeys,
  recoveries,
  redEvents,
  sessionSources,
  signs,
  tensions,
  type BodyLevel,
} from '@/lib/domain/observation/vocabulary'
import type { ReadinessInput, ReadinessSession } from '../types'
import { goodSession, inputOf } from './session-builder'

/** How often each property is tried. DOORSTEP_RUNS=20000 makes a thorough proof of it, 100 a quick look. */
export const runs = { numRuns: Number(process.env['DOORSTEP_RUNS'] ?? 2000) }

/** For properties that assess many times over. */
export const fewRuns = { numRuns: Math.min(200, runs.numRuns) }

export const scoredStages = [
  ...['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9'],
  ...['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8'],
] as const
const anyStage = fc.constantFrom(...scoredStages)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 4 })
export const anyLevel = fc.integer({ min: 0, max: 4 }).map((level) => level as BodyLevel)

/** What a session may say, with gaps. */
const anyAnswers = fc.record({
  source: fc.constantFrom(...sessionSources),
  stress: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<BodyLevel>(0, 1) },
    { weight: 1, arbitrary: anyLevel },
  ),
  signs: fc.oneof(
    { weight: 4, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom<string>(...signs, 'unheard_of'), { maxLength: 3 }) },
  ),
  food: maybe(fc.constantFrom(...foods)),
  choice: maybe(fc.constantFrom(...choices)),
  recovery: maybe(fc.constantFrom(...recoveries)),
  tension: maybe(fc.constantFrom(...tensions)),
  durationSec: maybe(fc.integer({ min: 0, max: 1500 })),
  repsTotal: maybe(fc.integer({ min: 0, max: 5 })),
  repsShare: fc.double({ min: 0, max: 1, noNaN: true }),
  trigger: fc.boolean(),
  events: fc.oneof(
    { weight: 9, arbitrary: fc.constant<string[]>([]) },
    {
      weight: 1,
      arbitrary: fc.array(fc.constantFrom<string>(...redEvents, ...healthSignKeys), { maxLength: 1 }),
    },
  ),
  voided: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
})

/** Mostly good answers, so that records come near the line between staying and advancing. */
const calmAnswers = fc.record({
  source: fc.constantFrom(...sessionSources),
  stress: fc.constantFrom<BodyLevel>(0, 0, 0, 0, 1, 1, 2),
  food: fc.constantFrom('quick' as const, 'quick' as const, 'slow' as const, 'not_offered' as const),
  choice: fc.constantFrom('came' as const, 'came' as const, 'hesitated_joined' as const, 'neutral' as const),
  tension: fc.constantFrom('slack' as const, 'slack' as const, 'brief' as const, 'steady' as const),
  durationSec: fc.constantFrom(7200, 7200, 7200, 1500, 300, 60),
  trigger: fc.boolean(),
})

/** Any record of any stage: long and short, with gaps, reds, other animals and the future. */
export const wildInput: fc.Arbitrary<ReadinessInput> = fc
  .record({
    stage: anyStage,
    asOf: fc.integer({ min: 0, max: 90 }),
    enteredDay: fc.integer({ min: 0, max: 40 }),
  })
  .chain(({ stage, asOf, enteredDay }) =>
    fc
      .record({
        answers: fc.array(fc.tuple(anyAnswers, fc.integer({ min: -5, max: asOf + 5 }), anyStage, fc.nat(9)), {
          maxLength: 16,
        }),
        stepBacks: fc.nat(2),
        ok: fc.boolean(),
        openVet: fc.constantFrom<string[]>([], [], [], [], ['collapse']),
        contextPause: fc.constantFrom<string[]>([], [], [], [], ['heat']),
        minDaysFactor: fc.constantFrom(1, 1, 1.25, 2),
      })
      .map(({ answers, ok, ...rest }) =>
        inputOf(stage, asOf, {
          ...rest,
          enteredDay: Math.min(enteredDay, asOf),
          gate: { ok, missing: ok ? [] : ['carrier'] },
          sessions: answers.map(([{ repsShare, ...answer }, day, other, dice], index) => ({
            ...answer,
            id: `s${index}`,
            animal: dice === 0 ? 'b' : 'a',
            stage: dice === 1 ? other : stage,
            seq: dice,
            day,
            repsOk: answer.repsTotal === undefined ? undefined : Math.round(repsShare * answer.repsTotal),
          })),
        }),
      ),
  )

/** Records near advancing: enough days, mostly calm, now and then one thing in the way. */
export const hopefulInput: fc.Arbitrary<ReadinessInput> = fc
  .record({
    stage: anyStage,
    spare: fc.integer({ min: -1, max: 12 }),
    answers: fc.array(calmAnswers, { minLength: 4, maxLength: 12 }),
    ok: fc.constantFrom(true, true, true, false),
    gap: fc.constantFrom(0, 0, 0, 1, 5),
  })
  .map(({ stage, spare, answers, ok, gap }) => {
    const asOf = Math.max(0, inputOf(stage, 0).stage.minDays + spare)
    const sessions = answers.map((answer, index) =>
      goodSession(`s${index}`, Math.max(0, asOf - gap - (answers.length - 1 - index)), {
        ...answer,
        stage,
        seq: index,
      }),
    )
    return inputOf(stage, asOf, { sessions, gate: { ok, missing: ok ? [] : ['carrier'] } })
  })

/** Long, hard records: avoided or stressful for weeks, so that the stop rules come near. */
export const weariedInput: fc.Arbitrary<ReadinessInput> = fc
  .record({
    stage: anyStage,
    asOf: fc.integer({ min: 24, max: 40 }),
    answers: fc.array(
      fc.tuple(anyAnswers, fc.constantFrom('avoided' as const, 'avoided' as const, undefined)),
      {
        minLength: 6,
        maxLength: 16,
      },
    ),
    stepBacks: fc.nat(2),
  })
  .map(({ stage, asOf, answers, stepBacks }) =>
    inputOf(stage, asOf, {
      stepBacks,
      sessions: answers.map(([{ repsShare: _, ...answer }, choice], index) => ({
        ...answer,
        id: `s${index}`,
        animal: 'a',
        stage,
        day: asOf - 2 * (answers.length - index),
        choice: choice ?? answer.choice,
        repsOk: undefined,
      })),
    }),
  )

export const anyInput = fc.oneof(wildInput, hopefulInput, hopefulInput, weariedInput)

/** A record and one session of this animal in this stage that counts. */
export const inputAndSession = anyInput.chain((input) => {
  const counting = input.sessions.filter(
    ({ animal, stage, day, voided }) =>
      animal === 'a' && stage === input.stage.key && day >= input.enteredDay && day <= input.asOf && !voided,
  )
  return counting.length === 0
    ? fc.constant({ input, session: null })
    : fc.constantFrom(...counting).map((session) => ({ input, session: session as ReadinessSession | null }))
})

/** The same record with one session changed. */
export function changed(
  input: ReadinessInput,
  session: ReadinessSession,
  change: Partial<ReadinessSession>,
): ReadinessInput {
  return {
    ...input,
    sessions: input.sessions.map((one) => (one.id === session.id ? { ...one, ...change } : one)),
  }
}
