import type { CalmWarning } from '@/lib/domain/scheduling/calm'
import type { Misfit } from '@/lib/domain/scheduling/fits'

/** What speaks against a time: what stands there already, a rule of the practice, or the calm of an animal. */
export type Obstacles = { wall: Misfit[]; rules: Misfit[]; calm: CalmWarning[] }

/**
 * The wall is what somebody else was promised: another visit, and the drive to or from it. Hours, breaks, notice and
 * the drive from where the day starts are rules: whoever books may answer them with a reason.
 */
export const isWall = (misfit: Misfit): boolean =>
  misfit.why === 'overlap' ||
  (misfit.why === 'driveBefore' && misfit.from !== null) ||
  (misfit.why === 'driveAfter' && misfit.to !== null)

/** The names of the rules that are broken, as they are kept with the visit. */
export const rulesOf = ({ rules, calm }: Obstacles): string[] => [
  ...new Set([...rules.map(({ why }) => why), ...calm.map(({ rule }) => rule)]),
]

/** What whoever books answered. */
export type Answers = {
  /** Why it is booked although something speaks against it. */
  anyway?: string | undefined
  /** Laid over another visit, on purpose. */
  overlap?: boolean | undefined
}

export type Verdict = 'fits' | 'taken' | 'notAllowed' | 'sayWhy'

/** Whether it can be booked: the wall only gives way to a practice owner with a reason, rules to anybody with one. */
export function verdictOf(
  obstacles: Obstacles,
  { anyway, overlap }: Answers,
  ownsPractice: boolean,
): Verdict {
  const reason = anyway?.trim()
  if (obstacles.wall.length > 0 && !overlap) return 'taken'
  if (obstacles.wall.length > 0 && !ownsPractice) return 'notAllowed'
  const asks = obstacles.wall.length > 0 || rulesOf(obstacles).length > 0
  return asks && !reason ? 'sayWhy' : 'fits'
}
