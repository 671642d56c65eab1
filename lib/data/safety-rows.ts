import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { animal } from '@/db/schema'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { safetyList } from '@/lib/domain/safety/safety-list'
import type { Safety, VetFlagRow } from '@/lib/domain/standing/overview'
import { siteOf } from '@/lib/domain/standing/standing'
import { listOf, safetyRecordsOf, type Row } from './plan-rows'

const mine = sql`x.practice_id = ${animal.practiceId} and x.animal_id = ${animal.id}`

/** What the safety list of an animal rests on, beside the animal's own row: in a statement that joins. */
export const safetyColumns = {
  safetyRows: sql<unknown>`(select json_agg(to_jsonb(x) || jsonb_build_object('weight_g', (select m.weight_grams
    from app.measure m where m.practice_id = x.practice_id and m.animal_id = x.animal_id
      and m.weight_grams is not null and m.taken_on <= x.passed_on
    order by m.taken_on desc, m.created_at desc limit 1)) order by x.passed_on, x.created_at)
    from app.safety_record x where ${mine} and x.withdrawn_at is null)`,
  weightG: sql<number | null>`(select x.weight_grams from app.measure x where ${mine}
    and x.weight_grams is not null order by x.taken_on desc, x.created_at desc limit 1)`,
  /** Open ones, then the latest closed ones. */
  vetFlags: sql<unknown>`(select json_agg(to_jsonb(f)) from (select x.*, (select m.name from app.member m
      where m.practice_id = x.practice_id and m.id = x.closed_by) as closed_name
    from app.vet_flag x where ${mine} order by x.closed_at desc nulls first, x.opened_at desc limit 20) f)`,
}

export type SafetyRowsRead = { safetyRows: unknown; weightG: number | null; vetFlags: unknown }

export function safetyFrom(
  read: SafetyRowsRead,
  species: Species,
  on: Temporal.PlainDate,
): Safety & { vetFlags: VetFlagRow[] } {
  const records = safetyRecordsOf(read.safetyRows)
  const vetFlags = vetFlagsOf(read.vetFlags)
  const site = siteOf(records)
  const openVet = vetFlags.flatMap(({ sign, closedAt }) => (closedAt ? [] : [sign]))
  const { ok, items, missing } = safetyList({
    species,
    records,
    openVet,
    on,
    siteKey: site,
    weightG: read.weightG,
  })
  return { ok, lines: items, missing, site, records: safetyRowsOf(read.safetyRows).reverse(), vetFlags }
}

const safetyRowsOf = (rows: unknown): Safety['records'] =>
  listOf<Row<'id' | 'item' | 'passed_on' | 'valid_until' | 'site' | 'evidence'>>(rows).map((row) => ({
    id: row.id ?? '',
    item: row.item as Safety['records'][number]['item'],
    passedOn: Temporal.PlainDate.from(row.passed_on ?? ''),
    validUntil: row.valid_until === null ? null : Temporal.PlainDate.from(row.valid_until),
    site: row.site ?? '',
    evidence: row.evidence ?? '',
  }))

const vetFlagsOf = (rows: unknown): VetFlagRow[] =>
  listOf<Row<'id' | 'sign' | 'session_id' | 'opened_at' | 'closed_at' | 'closed_name' | 'closing_note'>>(
    rows,
  ).map((row) => ({
    id: row.id ?? '',
    sign: row.sign ?? '',
    sessionId: row.session_id,
    openedAt: Temporal.Instant.from(row.opened_at ?? ''),
    closedAt: row.closed_at === null ? null : Temporal.Instant.from(row.closed_at),
    closedBy: row.closed_name,
    closingNote: row.closing_note,
  }))
