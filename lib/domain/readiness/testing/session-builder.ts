import { protocolFor } from '@/lib/domain/protocol/library'
import { nextStage, stageOf, stagePlacesOf } from '@/lib/domain/protocol/stage'
import type { ReadinessInput, ReadinessSession } from '../types'

/** A session that passes in every stage: loose, fed, by choice, slack, two hours long. */
export function goodSession(id: string, day: number, more: Partial<ReadinessSession> = {}): ReadinessSession {
  return {
    id,
    animal: 'a',
    stage: 'C3',
    day,
    seq: 0,
    source: 'owner',
    stress: 0,
    signs: [],
    food: 'quick',
    choice: 'came',
    tension: 'slack',
    durationSec: 7200,
    trigger: false,
    events: [],
    voided: false,
    ...more,
  }
}

/** One good session a day on each of these days. */
export function goodDays(days: readonly number[], more: Partial<ReadinessSession> = {}): ReadinessSession[] {
  return days.map((day, index) => goodSession(`g${index}`, day, more))
}

/** An input around a stage of the library, with nothing in the way. */
export function inputOf(stageKey: string, asOf: number, more: Partial<ReadinessInput> = {}): ReadinessInput {
  const protocol = protocolFor(stageKey.startsWith('R') ? 'rat' : 'cat')
  const stage = stageOf(protocol, stageKey)
  if (!stage) throw new RangeError(stageKey)
  return {
    animal: 'a',
    species: protocol.species,
    stage,
    nextStage: nextStage(protocol, stageKey),
    stagePlaces: stagePlacesOf(protocol),
    enteredDay: 0,
    asOf,
    sessions: [],
    stepBacks: 0,
    gate: { ok: true, missing: [] },
    openVet: [],
    contextPause: [],
    minDaysFactor: 1,
    ...more,
  }
}

/** Days from `first` to `last`, both included. */
export function daysFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
