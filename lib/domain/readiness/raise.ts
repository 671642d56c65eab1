import { assess } from './assess'
import { v1 } from './rules/v1'
import type { ReadinessInput, ReadinessSession } from './types'
import { afterDays, passingSession, withPassingSessions } from './what-if'

/** What would raise the confidence, with the confidence 0-1 that it comes to. */
export const raises = ['expert', 'day', 'answers'] as const
export interface Raise {
  by: (typeof raises)[number]
  to: number
}

/** A rise that is worth naming: it moves the second decimal. Ours. */
const worthNaming = 0.01

/**
 * What would raise the confidence most first, by assessing again with one more fact: a session today seen by a
 * consultant, a session on one more day, or every question of the sessions so far answered. An expert's session
 * is named only where their eye adds something to the session itself.
 */
export function whatWouldRaise(input: ReadinessInput, { confidenceExact: now } = assess(input)): Raise[] {
  const to = (given: ReadinessInput) => assess(given).confidenceExact
  const day = to(withPassingSessions(input, 1))
  const seen = afterDays(input, 0)
  const expert = to({
    ...seen,
    sessions: [...seen.sessions, { ...passingSession(input, input.asOf, 0), source: 'consultant' }],
  })
  const answered = to({ ...input, sessions: input.sessions.map((one) => fullyAnswered(one, input)) })
  const found: Raise[] = [
    ...(expert - day > worthNaming ? [{ by: 'expert' as const, to: expert }] : []),
    { by: 'day', to: day },
    { by: 'answers', to: answered },
  ]
  return found.filter(({ to }) => to - now >= worthNaming).sort((a, b) => b.to - a.to)
}

/** The same session with nothing left open. What was answered stays; how good the rest is does not matter here. */
function fullyAnswered(one: ReadinessSession, { stage }: ReadinessInput): ReadinessSession {
  return {
    ...one,
    food: one.food === 'not_offered' ? 'slow' : (one.food ?? 'slow'),
    choice: one.choice ?? 'neutral',
    recovery: one.recovery ?? '<2m',
    tension: one.tension ?? 'brief',
    durationSec: one.durationSec ?? stage.targetSec * v1.passingCriterion,
  }
}
