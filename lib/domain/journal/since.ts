import { Temporal } from 'temporal-polyfill'
import type { Progress } from '@/lib/domain/log/progress'
import { figuresOf, type Figures } from './figures'
import { firstTimesOf, type FirstTime } from './first-times'
import { stepsOf, type Step } from './steps'

export type Since = {
  /** The day of the last visit, or of the plan's start where there was none yet. */
  day: Temporal.PlainDate
  ofVisit: boolean
  figures: Figures
  firsts: FirstTime[]
  steps: Step[]
}

/**
 * What changed since the last visit: its decision and what was logged on the days after it. Null without a plan,
 * and where nothing has happened yet.
 */
export function sinceVisit(
  { standing, sessions }: Pick<Progress, 'standing' | 'sessions'>,
  lastVisit: Temporal.PlainDate | null,
): Since | null {
  const [start, ...steps] = standing ? stepsOf(standing) : []
  if (!start) return null
  const ofVisit = lastVisit !== null && Temporal.PlainDate.compare(lastVisit, start.day) >= 0
  const day = ofVisit ? lastVisit : start.day
  const isLater = (one: { day: Temporal.PlainDate }, from: 0 | 1) =>
    Temporal.PlainDate.compare(one.day, day) >= from
  const since = {
    day,
    ofVisit,
    figures: figuresOf(sessions.filter((session) => isLater(session, ofVisit ? 1 : 0))),
    firsts: firstTimesOf(sessions).filter((first) => isLater(first, ofVisit ? 1 : 0)),
    steps: steps.filter((step) => isLater(step, 0)),
  }
  return since.figures.sessions + since.steps.length === 0 ? null : since
}
