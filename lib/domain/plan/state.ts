import { Temporal } from 'temporal-polyfill'
import type { Alternative } from '@/lib/domain/protocol/protocol'
import type { Outcome, StageEntryKind } from './words'

type Day = Temporal.PlainDate | string

/** One change of a plan's way as a row: written once, never edited. */
export interface StageEntry {
  id: string
  kind: StageEntryKind
  /** The stage after this entry. */
  stageKey: string
  fromStageKey: string | null
  /** The protocol version that `stageKey` is of. */
  protocolId: string
  enteredOn: Day
  /** The entry this one takes back; only for `undo`. */
  undoes: string | null
  pauseUntil: Day | null
  /** How the plan ended; only for `complete`. */
  outcome?: Outcome | null
  /** Why, in words; '' or null where nothing was asked. */
  reason?: string | null
  /** The member who made it. */
  decidedBy?: string | null
  /** When it was written down. */
  at?: Temporal.Instant
}

export interface PlanState {
  status: 'active' | 'paused' | 'enrichment' | 'completed'
  stageKey: string
  /** The protocol version the plan is under. */
  protocolId: string
  /** A pause keeps this day: the time in the stage goes on counting. */
  stageEnteredOn: Temporal.PlainDate
  /** Step backs so far from the stage the plan is in, since the plan's start. */
  stepBacksFromHere: number
  /** First day after the pause; null: until a person ends it, or no pause. */
  pausedUntil: Temporal.PlainDate | null
  pauseReason: string
  /** In the indoor programme, and for a plan that ended in it: the day to ask once whether to try again. */
  reviewOn: Temporal.PlainDate | null
  /** How a completed plan ended, where it was said. */
  outcome: Outcome | null
}

/**
 * Where a plan stands, folded from its entries in the order in which they were made. Entries that were undone
 * and the undo rows count for nothing. Throws RangeError where no start is left: a plan has one.
 */
export function planState(
  entries: readonly StageEntry[],
  { reviewDays }: Pick<Alternative, 'reviewDays'>,
): PlanState {
  let state: PlanState | null = null
  let stepBacks: string[] = []
  for (const entry of liveEntries(entries)) {
    if (entry.kind === 'start') stepBacks = []
    if (entry.kind === 'step_back' && entry.fromStageKey !== null) stepBacks.push(entry.fromStageKey)
    state = after(state, entry, reviewDays)
  }
  if (!state) throw new RangeError('A plan begins with a start entry')
  const here = state.stageKey
  return { ...state, stepBacksFromHere: stepBacks.filter((from) => from === here).length }
}

/** The entries that still count: neither undone nor an undo. An undo that was itself undone undoes nothing. */
export function liveEntries(entries: readonly StageEntry[]): readonly StageEntry[] {
  const undone = new Set<string>()
  for (const entry of [...entries].reverse()) {
    if (entry.kind === 'undo' && entry.undoes !== null && !undone.has(entry.id)) undone.add(entry.undoes)
  }
  return entries.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id))
}

/** Why the animal rests on that day, for the readiness rules; empty when it does not. */
export function contextPause(state: PlanState, on: Day): readonly string[] {
  if (state.status !== 'paused') return []
  const over = state.pausedUntil !== null && Temporal.PlainDate.compare(on, state.pausedUntil) >= 0
  return over ? [] : [state.pauseReason]
}

/** Whether the indoor programme may be reopened on that day: from the day of its review. */
export function canReopen(state: PlanState, on: Day): boolean {
  if (state.status !== 'enrichment' || state.reviewOn === null) return false
  return Temporal.PlainDate.compare(on, state.reviewOn) >= 0
}

function after(before: PlanState | null, entry: StageEntry, reviewDays: number): PlanState | null {
  if (entry.kind !== 'start' && before === null) return null
  const enteredOn = Temporal.PlainDate.from(entry.enteredOn)
  const entered: PlanState = {
    status: 'active',
    stageKey: entry.stageKey,
    protocolId: entry.protocolId,
    stageEnteredOn: enteredOn,
    stepBacksFromHere: 0,
    pausedUntil: null,
    pauseReason: '',
    reviewOn: null,
    outcome: null,
  }
  if (before === null) return entered
  const kept = { ...entered, stageKey: before.stageKey, stageEnteredOn: before.stageEnteredOn }
  switch (entry.kind) {
    case 'pause':
      return {
        ...kept,
        status: 'paused',
        pausedUntil: entry.pauseUntil === null ? null : Temporal.PlainDate.from(entry.pauseUntil),
        pauseReason: entry.reason ?? '',
      }
    case 'resume':
      return before.status === 'enrichment' ? entered : kept
    case 'stop_enrich':
      return { ...kept, status: 'enrichment', reviewOn: enteredOn.add({ days: reviewDays }) }
    case 'change_version': {
      const { stageKey, protocolId } = entry
      const stays = stageKey === before.stageKey
      return { ...before, stageKey, protocolId, stageEnteredOn: stays ? before.stageEnteredOn : enteredOn }
    }
    case 'complete':
      return { ...kept, status: 'completed', outcome: entry.outcome ?? null, reviewOn: before.reviewOn }
    default:
      return entered
  }
}
