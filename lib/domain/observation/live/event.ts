import { z } from 'zod'
import {
  choices,
  endings,
  foods,
  healthSignKeys,
  redEvents,
  signs,
  tensions,
  triggerDistances,
  triggers,
  type BodyLevel,
} from '../vocabulary'
import { milestones } from './milestones'

/** No animal is watched through more taps than this in one go. Ours. */
export const mostEvents = 5000

/** The end of the year 9999: later years are written differently everywhere. */
const lastInstant = 253_402_300_799_999

const someId = z.uuid('invalid').transform((id) => id.toLowerCase())
/**
 * One tap of a live observation, written where it was tapped and never changed: a mistake is taken back by an
 * `undo` that names it. `at` is in milliseconds since 1970 by the clock of the device, `counter` rises by tap
 * on each device.
 */
const stamp = {
  id: someId,
  device: z.string('required').min(1, 'required').max(64, 'tooLong'),
  counter: z.number('notANumber').int('notANumber').min(0, 'outOfRange').max(2_147_483_647, 'outOfRange'),
  at: z.number('notANumber').int('notANumber').min(0, 'outOfRange').max(lastInstant, 'outOfRange'),
}
const oneOf = <const T extends readonly [string, ...string[]]>(keys: T) => z.enum(keys, 'notAnOption')
const tap = <const What extends string, Shape extends z.ZodRawShape>(what: What, shape: Shape) =>
  z.strictObject({ ...stamp, what: z.literal(what), ...shape })

const level = z
  .number('notANumber')
  .int('notANumber')
  .min(0, 'outOfRange')
  .max(4, 'outOfRange')
  .transform((value) => value as BodyLevel)

export const liveEventSchema = z.discriminatedUnion(
  'what',
  [
    /** The clock runs. Starting again after a stop ends a break. */
    tap('start', {}),
    tap('stop', { ended: oneOf(endings).optional() }),
    /** The body from now on, until it is said again. */
    tap('body', { level }),
    tap('sign', { sign: oneOf(signs) }),
    /** Calm again after something. */
    tap('recovered', {}),
    tap('gear', { on: z.boolean('notYesNo') }),
    /** The harness is shown, food is offered, the door opens: from here its latency is counted. */
    tap('cue', { of: oneOf(milestones) }),
    tap('reached', { milestone: oneOf(milestones) }),
    tap('food', { food: oneOf(foods) }),
    tap('choice', { choice: oneOf(choices) }),
    tap('leash', { tension: oneOf(tensions) }),
    tap('trigger', {
      trigger: oneOf(triggers),
      distance: oneOf(triggerDistances).optional(),
      /** Where it was measured or estimated; wins over `distance`. */
      metres: z.number('notANumber').min(0, 'outOfRange').max(500, 'outOfRange').optional(),
    }),
    tap('red', { event: oneOf(redEvents) }),
    tap('health', { sign: oneOf(healthSignKeys) }),
    tap('trial', { ok: z.boolean('notYesNo') }),
    tap('undo', { of: someId }),
  ],
  'notAnOption',
)

export type LiveEvent = z.output<typeof liveEventSchema>
export type LiveEventOf<What extends LiveEvent['what']> = Extract<LiveEvent, { what: What }>

type WithoutStamp<Event> = Event extends LiveEvent ? Omit<Event, keyof typeof stamp> : never
/** What a person tapped, before the device has stamped it. */
export type Tap = WithoutStamp<LiveEvent>

export const liveEventsSchema = z.array(liveEventSchema).max(mostEvents, 'tooMany')
