import type { SessionSource } from '@/lib/domain/observation/vocabulary'
import { factorsOf, type FactorValues } from './factors'
import { kindOf } from './kind'
import type { SeenSession } from './sessions'
import type { SessionKind, StageFacts } from './types'

/** Days in which a session loses half its weight. Ours. */
const halfLifeDays = 7

/** How much a report counts. Ours; owners' reading of stress correlates only weakly (Mariti 2017). */
const sourceWeights: Readonly<Record<SessionSource, number>> = {
  consultant: 1,
  owner_video: 0.9,
  owner: 0.75,
}

/** A session that met a trigger says more. Ours. */
const triggerWeight = 1.5

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
  const trust = sourceWeights[source] ?? sourceWeights.owner
  const weight = 2 ** (-age / halfLifeDays) * trust * (session.trigger ? triggerWeight : 1)
  return { session, age, level, red, factors, kind: kindOf(seen, factors), source, weight }
}
