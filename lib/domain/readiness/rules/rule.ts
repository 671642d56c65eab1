import type { StageRecord } from '../stage-record'
import type { Recommendation, RuleId } from '../types'

/** One sentence of the rule set: what it recommends when it holds. */
export interface Rule {
  id: RuleId
  recommendation: Recommendation
  holds: (record: StageRecord) => boolean
}
