import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { LoggedSession } from './logged'
import type { Win } from './wins'

/** One animal's way so far. */
export type Progress = {
  /** Of the latest plan, also when it is completed. Null without any. */
  standing: AnimalStanding | null
  /** Every session that counts, oldest first. */
  sessions: LoggedSession[]
  /** Newest first. */
  wins: Win[]
  weeks: number
}
export const nothingYet: Progress = { standing: null, sessions: [], wins: [], weeks: 0 }
