import type { SessionSource } from '@/lib/domain/observation/vocabulary'
import { factorsOf } from './factors'
import { kindOf } from './kind'
import { v1 } from './rules/v1'
import type { SeenSession } from './sessions'
import type { FactorValues, SessionKind, StageFacts } from './types'

/** A session of this stage with everything the score needs. */
export interface ScoredSession extends SeenSession {
  factors: FactorValues
  kind: SessionKind
  source: SessionSource
  weight: number
}

/** Adds factors, kind and weight (2^(-age/7) x source x trigger) to a session of this stage. */
export function scoreSession(seen: SeenSession, stage: StageFacts): ScoredSession {
  const { session, age, level, red } = seen
  const factors = factorsOf(session, level, stage)
  const source = session.source ?? 'owner'
  const trust = v1.sourceWeights[source] ?? v1.sourceWeights.owner
  const weight = 2 ** (-age / v1.halfLifeDays) * trust * (session.trigger ? v1.triggerWeight : 1)
  return { session, age, level, red, factors, kind: kindOf(seen, factors), source, weight }
}
