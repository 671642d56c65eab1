import { Temporal } from 'temporal-polyfill'
import type { StageEntry } from '@/lib/domain/plan/state'
import type { Outcome } from '@/lib/domain/plan/words'
import type { OpenVetFlag } from '@/lib/domain/standing/standing'
import type { SafetyRecord } from '@/lib/domain/safety/safety-list'

// Rows that arrive aggregated as JSON, read back into the words of the domain.

export type Row<Keys extends string> = Record<Keys, string | null>

/** A stage entry with what the animal's page shows beside the domain's part. */
export type StageEntryRow = StageEntry & { at: Temporal.Instant; assessmentId: string | null }

export const entriesOf = (rows: unknown): StageEntryRow[] =>
  listOf<
    Row<
      | 'id'
      | 'kind'
      | 'stage_key'
      | 'from_stage_key'
      | 'protocol_id'
      | 'outcome'
      | 'entered_on'
      | 'undoes'
      | 'pause_until'
      | 'reason'
      | 'decided_by'
      | 'at'
      | 'assessment_id'
    >
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
  }))

export const openVetOf = (rows: unknown): OpenVetFlag[] =>
  listOf<Row<'id' | 'sign' | 'opened_at'>>(rows).map((row) => ({
    id: row.id ?? '',
    sign: row.sign ?? '',
    openedAt: Temporal.Instant.from(row.opened_at ?? ''),
  }))

/** The temperature of a day is written down as its evidence. */
export const safetyRecordsOf = (rows: unknown): SafetyRecord[] =>
  listOf<Row<'item' | 'passed_on' | 'valid_until' | 'site' | 'evidence'> & { weight_g: number | null }>(
    rows,
  ).map((row) => ({
    key: row.item as SafetyRecord['key'],
    on: Temporal.PlainDate.from(row.passed_on ?? ''),
    validUntil: row.valid_until === null ? null : Temporal.PlainDate.from(row.valid_until),
    siteKey: row.site,
    weightG: row.weight_g,
    temperatureC: row.item === 'temperature' ? Number(row.evidence) : null,
  }))

export const listOf = <T>(rows: unknown): T[] => (Array.isArray(rows) ? (rows as T[]) : [])
