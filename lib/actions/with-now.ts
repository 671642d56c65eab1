import type { Temporal } from 'temporal-polyfill'
import { now } from '@/lib/clock'

/** Which verb of lib/data stands behind a wrapped one, for the test that demands a stranger for each. */
export const wrappedVerb = new WeakMap<object, object>()

/** Gives a verb the moment of the request: lib/data never reads the clock itself. */
export function withNow<Viewer, Input, Answer>(
  verb: (viewer: Viewer, input: Input, now: Temporal.Instant) => Promise<Answer>,
): (viewer: Viewer, input: Input) => Promise<Answer> {
  const wrapped = (viewer: Viewer, input: Input) => verb(viewer, input, now())
  wrappedVerb.set(wrapped, verb)
  return wrapped
}
