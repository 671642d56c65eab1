import { assess } from './assess'
import type { Snapshot } from './snapshot'
import type { Assessment, ReadinessSession } from './types'

/** A kept assessment asked again: the same day and circumstances, with the sessions as they are known today. */
export interface AskedAgain {
  assessment: Assessment
  /** Whether the answer reads the same: recommendation, deciding rule and score. */
  same: boolean
  /** Sessions that counted then and do not any more: taken out since. */
  gone: readonly { id: string; day: number }[]
  /** Sessions that count now and did not then: written down later. */
  added: readonly { id: string; day: number }[]
}

/**
 * What the rules of today say about the day of a snapshot. `sessions` are those known now, of the stage since it
 * was entered and red ones of any stage; later days count for nothing. The snapshot stays what it was.
 */
export function askAgain(
  { asked, assessment: then }: Pick<Snapshot, 'asked' | 'assessment'>,
  sessions: readonly ReadinessSession[],
): AskedAgain {
  const now = assess({ ...asked, sessions })
  const [before, after] = [counted(then), counted(now)]
  return {
    assessment: now,
    same: now.recommendation === then.recommendation && now.why === then.why && now.score === then.score,
    gone: [...before.values()].filter(({ id }) => !after.has(id)),
    added: [...after.values()].filter(({ id }) => !before.has(id)),
  }
}

const counted = ({ sessionsUsed, redFlags }: Assessment) =>
  new Map([...redFlags, ...sessionsUsed].map(({ id, day }) => [id, { id, day }]))
