import { confidenceBandOf } from './confidence'
import { bandOf } from './score'
import { foodKnown, joined, passes } from './last-sessions'
import { lastOf } from './sessions'
import { readRecord, type StageRecord } from './stage-record'
import { ruleSet, ruleSetVersion } from './rules/rule-set'
import { v1 } from './rules/v1'
import type { Assessment, AssessmentFacts, ReadinessInput } from './types'

export { ruleSetVersion }

/**
 * A summary of one animal's recent sessions in its current stage, overruled by rules. Not a clinical scale, not
 * a diagnosis, not a comparison between animals. Days are whole local days on one count. Never refuses:
 * without sessions the answer is to stay, without a score.
 */
export function assess(input: ReadinessInput): Assessment {
  const record = readRecord(input)
  const fired = ruleSet.filter((rule) => rule.holds(record))
  const deciding = fired[0] ?? { id: 'advance' as const, recommendation: 'advance' as const }
  const { score, raw, caps, confidence, parts } = record
  return {
    ruleSet: ruleSetVersion,
    recommendation: deciding.recommendation,
    why: deciding.id,
    rulesFired: fired.length > 0 ? fired.map(({ id }) => id) : ['advance'],
    blocks: fired.filter(({ recommendation }) => recommendation === 'stay').map(({ id }) => id),
    score,
    band: score === null ? null : bandOf(score),
    raw,
    caps,
    confidence: Math.round(confidence * 100) / 100,
    confidenceExact: confidence,
    confidenceBand: confidenceBandOf(confidence),
    record: steadiness(record),
    parts,
    sessionsUsed: record.sessions.map(({ session, source, level, kind, weight, factors }) => ({
      id: session.id,
      day: session.day,
      stage: session.stage,
      source,
      level,
      kind,
      weight,
      factors,
    })),
    redFlags: record.all
      .filter(({ red, age }) => red && age < v1.stopReds.days)
      .map(({ session: { id, day, stage }, level }) => ({ id, day, stage, level })),
    facts: factsOf(record),
  }
}

/** steady when the last five (at least three) sessions were of one kind. Ours, shown beside the score. */
function steadiness({ sessions }: StageRecord): Assessment['record'] {
  const kinds = lastOf(sessions, v1.lastFive.last).map(({ kind }) => kind)
  if (kinds.length < v1.fewestSessions) return null
  return new Set(kinds).size === 1 ? 'steady' : 'mixed'
}

function factsOf({ input, all, sessions, ...record }: StageRecord): AssessmentFacts {
  return {
    daysInStage: record.daysInStage,
    minDaysAsked: record.minDaysAsked,
    sessionDays: record.sessionDays,
    minSessionDays: input.stage.minSessionDays,
    sessions: sessions.length,
    lastKinds: lastOf(sessions, v1.lastFive.last).map(({ kind }) => kind),
    passesOfLastFive: passes(sessions),
    joinedOfLastFive: joined(sessions),
    foodKnownOfLastFive: foodKnown(sessions),
    lastSessionAge: sessions.at(-1)?.age ?? null,
    lastRedAge: all.findLast(({ red }) => red)?.age ?? null,
    improving: record.improving,
    gateMissing: input.gate.ok ? [] : input.gate.missing,
    openVet: input.openVet,
    contextPause: input.contextPause,
  }
}
