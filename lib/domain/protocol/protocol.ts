import { z } from 'zod'
import { species } from '@/lib/domain/observation/vocabulary'
import { refusalsAcross } from './across'
import { sentencesOf } from './homework'

/** Where a stage is worked; everything but indoor is near or beyond the door. */
export const stagePlaces = ['indoor', 'threshold', 'outdoor'] as const
export type StagePlace = (typeof stagePlaces)[number]

type Raw = { input?: unknown }
const kind = (other: string) => ({ error: ({ input }: Raw) => (input === undefined ? 'required' : other) })
/** Not an object, or a field that nobody knows. */
const fieldsOnly = {
  error: ({ code, input }: Raw & { code?: string | undefined }) =>
    code === 'unrecognized_keys' ? 'unknownKey' : input === undefined ? 'required' : 'notAnObject',
}

const said = (most: number) => z.string(kind('notText')).trim().max(most, 'tooLong')
export const protocolKey = said(40)
  .min(1, 'required')
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'notAKey')
const key = protocolKey
const line = said(500).min(1, 'required')
const prose = said(1000)
const needed = prose.min(1, 'required')
const count = (most: number) =>
  z.number(kind('notANumber')).int('notANumber').min(0, 'negative').max(most, 'outOfRange')
const lines = (most: number) => z.array(line, kind('notAList')).min(1, 'required').max(most, 'tooMany')

/** A condition the machine cannot see; the consultant sets it before the stage is left forward. */
export const stageTickSchema = z.strictObject({ key, label: line }, fieldsOnly)
export type StageTick = z.output<typeof stageTickSchema>

/**
 * One stage. Days and session days are counts, `targetSec` is seconds per session (0: no target), `reps` the
 * size of a set. `entry`, `advance`, `back`, `stop` and `signs` guide people; no rule reads them.
 * `stepBackTo` names the earlier stage that a step back leads to; without it, the one before.
 */
export const stageSchema = z.strictObject(
  {
    key,
    name: line,
    minDays: count(365),
    minSessionDays: count(365),
    targetSec: count(86_400),
    reps: count(100).min(1, 'outOfRange').optional(),
    place: z.enum(stagePlaces, kind('notAnOption')),
    leash: z.boolean(kind('notYesNo')),
    gate: z.boolean(kind('notYesNo')),
    dose: needed,
    entry: prose,
    exercises: lines(30),
    advance: needed,
    back: prose,
    stop: prose,
    signs: prose,
    homework: needed.refine((words) => sentencesOf(words).length <= 3, 'tooManySentences'),
    ticks: z.array(stageTickSchema, kind('notAList')).max(20, 'tooMany').default([]),
    stepBackTo: key.optional(),
  },
  fieldsOnly,
)
export type Stage = z.output<typeof stageSchema>

/** The programme offered instead when an animal says no; asked again after `reviewDays`, from `restartAt`. */
export const alternativeSchema = z.strictObject(
  {
    key,
    name: line,
    when: prose,
    items: lines(60),
    review: prose,
    reviewDays: count(730).min(1, 'outOfRange'),
    restartAt: key.optional(),
  },
  fieldsOnly,
)
export type Alternative = z.output<typeof alternativeSchema>

/**
 * A protocol version as stored. Refuses an empty list of stages, more than 60 of them, unknown fields and
 * negative numbers; and, with `refusalsAcross`, what only shows across stages. Every issue names its path.
 */
export const protocolSchema = z
  .strictObject(
    {
      key,
      version: z.number(kind('notANumber')).int('notANumber').min(1, 'outOfRange'),
      species: z.enum(species, kind('notAnOption')),
      name: line,
      stages: z.array(stageSchema, kind('notAList')).min(1, 'required').max(60, 'tooMany'),
      alternative: alternativeSchema,
    },
    fieldsOnly,
  )
  .superRefine(
    (protocol, context) => {
      for (const { path, message } of refusalsAcross(protocol))
        context.addIssue({ code: 'custom', message, path: [...path] })
    },
    // Also where a field of some stage is wrong: all there is to mend is said at once.
    { when: () => true },
  )
export type Protocol = z.output<typeof protocolSchema>
