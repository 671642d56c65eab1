import { inOrder, medianOf, type ProgressSession } from './session'

export type Measured = { session: ProgressSession; value: number }
export type CalmTime = Measured & {
  /** False where nobody measured it and a session without stress stands in with how long it took. */
  measured: boolean
}

type Timed = Pick<ProgressSession, 'longestCalmSec' | 'durationSec' | 'level' | 'kind'>

/**
 * The longest calm time of a session in seconds. Where it was not measured, the duration of one that stayed loose
 * or watchful; a tense one without a measure says nothing: null.
 */
export function calmOf({
  longestCalmSec,
  durationSec,
  level,
  kind,
}: Timed): Omit<CalmTime, 'session'> | null {
  if (longestCalmSec !== null) return { value: longestCalmSec, measured: true }
  if (level > 1 || kind === 'red' || durationSec === null) return null
  return { value: durationSec, measured: false }
}

/** The calm times of the sessions that have one, oldest first. */
export function calmTimes(sessions: readonly ProgressSession[]): CalmTime[] {
  return inOrder(sessions).flatMap((session): CalmTime[] => {
    const calm = calmOf(session)
    return calm ? [{ session, ...calm }] : []
  })
}

/** Seconds until it approached and until it ate, oldest first, of the sessions in which they were taken. */
export function latencies(sessions: readonly ProgressSession[]): Record<'approach' | 'eat', Measured[]> {
  const taken = (read: (session: ProgressSession) => number | null) =>
    inOrder(sessions).flatMap((session) => {
      const value = read(session)
      return value === null ? [] : [{ session, value }]
    })
  return {
    approach: taken(({ latencyApproachSec }) => latencyApproachSec),
    eat: taken(({ latencyEatSec }) => latencyEatSec),
  }
}

/** Stress signs ticked in each session, oldest first; none is a number here, since the form asks every time. */
export const stressSigns = (sessions: readonly ProgressSession[]): Measured[] =>
  inOrder(sessions).map((session) => ({ session, value: session.signs }))

/** How a value began and where it is: the median of the first five and of the last five; null under ten. */
export function firstAndLast(values: readonly number[]): { first: number; last: number } | null {
  if (values.length < 10) return null
  const [first, last] = [medianOf(values.slice(0, 5)), medianOf(values.slice(-5))]
  return first === null || last === null ? null : { first, last }
}
