import type { Temporal } from 'temporal-polyfill'
import { now } from '@/lib/clock'

/** Which verb of lib/data stands behind a wrapped one, for the test that demands a stranger for each. */
export const wrappedVerb = new WeakMap<object, object>()

type VerbOfMoment = (viewer: never, input: never, now: Temporal.Instant) => Promise<unknown>

/** Gives a verb the moment of the request: lib/data never reads the clock itself. */
export function withNow<Verb extends VerbOfMoment>(
  verb: Verb,
): (viewer: Parameters<Verb>[0], input: Parameters<Verb>[1]) => ReturnType<Verb> {
  const wrapped = (viewer: Parameters<Verb>[0], input: Parameters<Verb>[1]) =>
    verb(viewer, input, now()) as ReturnType<Verb>
  wrappedVerb.set(wrapped, verb)
  return wrapped
}
