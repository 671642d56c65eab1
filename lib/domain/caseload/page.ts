import type { Temporal } from 'temporal-polyfill'
import type { Chosen } from './choice'

export type CaseloadPage = Chosen & {
  /** All plans of this roster, whatever is chosen of them. */
  all: number
  /** More plans than one list looks at: only the newest are in it. */
  cut: boolean
  today: Temporal.PlainDate
  /** Whose roster it is; null: everyone's. */
  who: string | null
  /** Whose rosters this viewer may choose; empty where there is no choice. */
  rosters: { id: string; name: string }[]
  /** Animals of the practice without a running plan: how many, and the first by name. */
  withoutPlan: { count: number; animals: { id: string; name: string; household: string }[] }
}
