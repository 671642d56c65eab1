import { Temporal } from 'temporal-polyfill'
import type { StageEntry } from '@/lib/domain/plan/state'
import type { Outcome } from '@/lib/domain/plan/words'
import type { OpenVetFlag } from '@/lib/domain/standing/standing'

// Rows that arrive aggregated as JSON, read back into the words of the domain.

export type Row<Keys extends string> = Record<Keys, string | null>

/** A stage entry with what the animal's page shows beside the domain's part. */
export type StageEntryRow = StageEntry & {
  at: Temporal.Instant
  assessmentId: string | null
  /** Keys of the ticks that were set for this step. */
  ticksSet: string[]
  fromProtocolId: string | null
}

export const entriesOf = (rows: unknown): StageEntryRow[] =>
  listOf<
    Row<
      | 'id'
      | 'kind'
      | 'stage_key'
      | 'from_stage_key'
      | 'protocol_id'
      | 'from_protocol_id'
      | 'outcome'
      | 'entered_on'
      | 'undoes'
      | 'pause_until'
      | 'reason'
      | 'decided_by'
      | 'at'
      | 'assessment_id'
    > & { ticks_set: string[] }
  >(rows).map((row) => ({
    id: row.id ?? '',
    kind: row.kind as StageEntry['kind'],
    stageKey: row.stage_key ?? '',
    fromStageKey: row.from_stage_key,
    protocolId: row.protocol_id ?? '',
    outcome: row.outcome as Outcome | null,
    enteredOn: Temporal.PlainDate.from(row.entered_on ?? ''),
    undoes: row.undoes,
    pauseUntil: row.pause_until === null ? null : Temporal.PlainDate.from(row.pause_until),
    reason: row.reason,
    decidedBy: row.decided_by,
    at: Temporal.Instant.from(row.at ?? ''),
    assessmentId: row.assessment_id,
    ticksSet: row.ticks_set,
    fromProtocolId: row.from_protocol_id,
  }))

export const openVetOf = (rows: unknown): OpenVetFlag[] =>
  listOf<Row<'id' | 'sign' | 'opened_at'>>(rows).map((row) => ({
    id: row.id ?? '',
    sign: row.sign ?? '',
    openedAt: Temporal.Instant.from(row.opened_at ?? ''),
  }))

export const listOf = <T>(rows: unknown): T[] => (Array.isArray(rows) ? (rows as T[]) : [])
