import { Temporal } from 'temporal-polyfill'
import type { Progress } from '@/lib/domain/log/progress'
import { figuresOf, type Figures } from './figures'
import { firstTimesOf, type FirstTime } from './first-times'
import { stepsOf, type Step } from './steps'

/** What the changes are counted from: the plan's start where there was no visit yet. */
export type SinceWhen =
  { is: 'look'; at: Temporal.Instant } | { is: 'visit' | 'start'; day: Temporal.PlainDate }
export type Since = {
  when: SinceWhen
  figures: Figures
  /** `by`: who wrote the session down. */
  firsts: (FirstTime & { by: string })[]
  steps: Step[]
  /** Who set new homework; '' where that is not known, null where there is none. */
  homeworkBy: string | null
}

/** The homework that stands. */
export type HomeworkSet = { by: string; at: Temporal.Instant }
type Changing = Pick<Progress, 'standing' | 'sessions'> & { homeworkSet: HomeworkSet | null }
type Moment = { day: Temporal.PlainDate; writtenAt: Temporal.Instant | null }

/**
 * What was written down since the reader's last look; before the first look, and where nothing was, what changed since
 * the last visit: its decision and what was logged on the days after it. Null without a plan, and where nothing has
 * happened yet.
 */
export function whatChanged(
  animal: Changing,
  lastVisit: Temporal.PlainDate | null,
  lastLook: Temporal.Instant | null,
): Since | null {
  return (lastLook && sinceLook(animal, lastLook)) ?? sinceVisit(animal, lastVisit)
}

function sinceLook(animal: Changing, at: Temporal.Instant): Since | null {
  const { standing, homeworkSet } = animal
  if (!standing) return null
  const isLater = ({ writtenAt }: Pick<Moment, 'writtenAt'>) =>
    writtenAt !== null && Temporal.Instant.compare(writtenAt, at) > 0
  const isNewHomework = homeworkSet !== null && isLater({ writtenAt: homeworkSet.at })
  return unlessNothing({
    when: { is: 'look', at },
    ...sessionsThat(isLater, animal),
    steps: stepsOf(standing).filter(isLater),
    homeworkBy: isNewHomework ? homeworkSet.by : null,
  })
}

function sinceVisit(animal: Changing, lastVisit: Temporal.PlainDate | null): Since | null {
  const [start, ...steps] = animal.standing ? stepsOf(animal.standing) : []
  if (!start) return null
  const ofVisit = lastVisit !== null && Temporal.PlainDate.compare(lastVisit, start.day) >= 0
  const day = ofVisit ? lastVisit : start.day
  const isLater = (one: Pick<Moment, 'day'>, from: 0 | 1) => Temporal.PlainDate.compare(one.day, day) >= from
  return unlessNothing({
    when: { is: ofVisit ? 'visit' : 'start', day },
    ...sessionsThat((one) => isLater(one, ofVisit ? 1 : 0), animal),
    steps: steps.filter((step) => isLater(step, 0)),
    homeworkBy: null,
  })
}

function sessionsThat(count: (one: Moment) => boolean, { sessions }: Changing) {
  const counted = sessions.filter(count)
  const by = new Map(counted.map(({ id, recordedByName }) => [id, recordedByName]))
  const firsts = firstTimesOf(sessions).filter(({ sessionId }) => by.has(sessionId))
  return {
    figures: figuresOf(counted),
    firsts: firsts.map((first) => ({ ...first, by: by.get(first.sessionId) ?? '' })),
  }
}

const unlessNothing = (since: Since): Since | null =>
  since.figures.sessions + since.steps.length === 0 && since.homeworkBy === null ? null : since
