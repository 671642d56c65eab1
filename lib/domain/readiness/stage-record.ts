import type { StagePlace } from '@/lib/domain/protocol/protocol'
import { confidenceOf } from './confidence'
import { capsOn, isImproving, readParts, shownScore } from './score'
import { scoreSession, type ScoredSession } from './scored-session'
import { ofThisStage, readSessions, type SeenSession } from './sessions'
import type { CapKey, FactorPart, ReadinessInput } from './types'

/** Everything a rule may look at. */
export interface StageRecord {
  input: ReadinessInput
  /** Every session that counts, of any stage, oldest first. */
  all: readonly SeenSession[]
  /** Sessions of this stage since entry, oldest first. */
  sessions: readonly ScoredSession[]
  parts: readonly FactorPart[]
  raw: number | null
  caps: readonly { key: CapKey; limit: number }[]
  score: number | null
  confidence: number
  improving: boolean | null
  daysInStage: number
  minDaysAsked: number
  sessionDays: number
}

/** Reads the sessions once and computes the numbers that the rules share. */
export function readRecord(input: ReadinessInput): StageRecord {
  const all = readSessions(input)
  const sessions = ofThisStage(all, input.stage.key, input.enteredDay).map((seen) =>
    scoreSession(seen, input.stage),
  )
  const { parts, raw } = readParts(sessions)
  const caps = raw === null ? [] : capsOn(sessions, all)
  return {
    input,
    all,
    sessions,
    parts,
    raw,
    caps,
    score: raw === null ? null : shownScore(raw, caps),
    confidence: confidenceOf(sessions, input.stage),
    improving: isImproving(sessions, raw),
    daysInStage: input.asOf - input.enteredDay,
    minDaysAsked: minDaysAsked(input.stage.minDays, input.minDaysFactor),
    sessionDays: new Set(sessions.map(({ session }) => session.day)).size,
  }
}

/** Minimum days times the plan's factor, rounded up to whole days. */
export function minDaysAsked(minDays: number, factor: number): number {
  return Math.ceil(minDays * factor - 1e-9)
}

/** Place of the stage a session belongs to; stages outside the protocol (enrichment, free roam) are indoor. */
export function placeOf(stagePlaces: ReadinessInput['stagePlaces'], stageKey: string): StagePlace {
  return Object.hasOwn(stagePlaces, stageKey) ? (stagePlaces[stageKey] ?? 'indoor') : 'indoor'
}
