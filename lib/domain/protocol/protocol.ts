import { z } from 'zod'
import { species } from '@/lib/domain/observation/vocabulary'

/** Where a stage is worked; everything but indoor is near or beyond the door. */
export const stagePlaces = ['indoor', 'threshold', 'outdoor'] as const
export type StagePlace = (typeof stagePlaces)[number]

const key = z
  .string({ error: 'required' })
  .trim()
  .min(1, { error: 'required' })
  .max(40, { error: 'tooLong' })
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, { error: 'notAKey' })
const line = z
  .string({ error: 'required' })
  .trim()
  .min(1, { error: 'required' })
  .max(500, { error: 'tooLong' })
const prose = z.string('required').trim().max(1000, { error: 'tooLong' })
const count = (most: number) =>
  z
    .number({ error: 'notANumber' })
    .int({ error: 'notANumber' })
    .min(0, { error: 'outOfRange' })
    .max(most, { error: 'outOfRange' })

/** A condition the machine cannot see; the consultant sets it before the stage is left forward. */
export const stageTickSchema = z.object({ key, label: line })
export type StageTick = z.output<typeof stageTickSchema>

/**
 * One stage. Days and session days are counts, `targetSec` is seconds per session (0: no target), `reps` the
 * size of a set. `entry`, `advance`, `back`, `stop` and `signs` guide people; no rule reads them.
 * `stepBackTo` names the earlier stage that a step back leads to; without it, the one before.
 */
export const stageSchema = z.strictObject({
  key,
  name: line,
  minDays: count(365),
  minSessionDays: count(365),
  targetSec: count(86_400),
  reps: count(100).min(1, { error: 'outOfRange' }).optional(),
  place: z.enum(stagePlaces, { error: 'notAnOption' }),
  leash: z.boolean('required'),
  gate: z.boolean('required'),
  dose: prose,
  entry: prose,
  exercises: z.array(line, 'required').max(30, { error: 'tooMany' }),
  advance: prose,
  back: prose,
  stop: prose,
  signs: prose,
  homework: prose,
  ticks: z.array(stageTickSchema, 'required').max(20, { error: 'tooMany' }).default([]),
  stepBackTo: key.optional(),
})
export type Stage = z.output<typeof stageSchema>

/** The programme offered instead when an animal says no; asked again after `reviewDays`, from `restartAt`. */
export const alternativeSchema = z.strictObject(
  {
    key,
    name: line,
    when: prose,
    items: z.array(line, 'required').max(60, { error: 'tooMany' }),
    review: prose,
    reviewDays: count(730).min(1, { error: 'outOfRange' }),
    restartAt: key.optional(),
  },
  'required',
)
export type Alternative = z.output<typeof alternativeSchema>

/**
 * A protocol version as stored. Refuses an empty list of stages, more than 60 of them, a stage key used twice
 * (or used by the alternative too), negative numbers; every issue names its path.
 */
export const protocolSchema = z
  .object({
    key,
    version: z.number({ error: 'notANumber' }).int({ error: 'notANumber' }).min(1, { error: 'outOfRange' }),
    species: z.enum(species, { error: 'notAnOption' }),
    name: line,
    stages: z.array(stageSchema, 'required').min(1, { error: 'required' }).max(60, { error: 'tooMany' }),
    alternative: alternativeSchema,
  })
  .superRefine((protocol, context) => {
    const seen = new Set([protocol.alternative.key])
    for (const [index, stage] of protocol.stages.entries()) {
      if (seen.has(stage.key)) {
        context.addIssue({ code: 'custom', message: 'keyTwice', path: ['stages', index, 'key'] })
      }
      seen.add(stage.key)
    }
  })
export type Protocol = z.output<typeof protocolSchema>
