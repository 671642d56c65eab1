import { sql, type AnyColumn } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { animal } from '@/db/schema'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { safetyList, type SafetyRecord } from '@/lib/domain/safety/safety-list'
import type { Safety, SafetyRow, VetFlagRow } from '@/lib/domain/standing/overview'
import { siteOf } from '@/lib/domain/standing/standing'
import { listOf, type Row } from './plan-rows'

/**
 * What a safety list is read from, for a statement that joins: the latest look at each item and site with the
 * weight the harness was fitted at (the fit's own, else the last known by then, else the first known after),
 * the weight known now, and whether the practice lets the temperature veto.
 */
export const safetyFacts = (practiceId: AnyColumn, animalId: AnyColumn) => ({
  safetyRows: sql<unknown>`(select json_agg(l order by l.passed_on, l.seq) from (
    select distinct on (x.item, x.site) x.*, case when x.item = 'harness_fit' then (
      select m.weight_grams from app.measure m
      left join app.fit_record f on f.practice_id = m.practice_id and f.id = x.fit_id and f.measure_id = m.id
      where m.practice_id = x.practice_id and m.animal_id = x.animal_id and m.weight_grams is not null
      order by f.id is not null desc, m.taken_on <= x.passed_on desc,
        case when m.taken_on <= x.passed_on then x.passed_on - m.taken_on else m.taken_on - x.passed_on end,
        m.created_at desc limit 1) end as weight_g,
      exists (select 1 from app.fit_record f join app.measure m on m.practice_id = f.practice_id and m.id = f.measure_id
        where f.practice_id = x.practice_id and f.id = x.fit_id and m.weight_grams is not null) as weighed_then,
      (select b.name from app.member b where b.practice_id = x.practice_id and b.id = x.recorded_by) as by_name
    from app.safety_record x
    where x.practice_id = ${practiceId} and x.animal_id = ${animalId} and x.withdrawn_at is null
    order by x.item, x.site, x.passed_on desc, x.seq desc) l)`,
  weightG: sql<number | null>`(select x.weight_grams from app.measure x
    where x.practice_id = ${practiceId} and x.animal_id = ${animalId} and x.weight_grams is not null
    order by x.taken_on desc, x.created_at desc limit 1)`,
  temperatureBlocks: sql<boolean>`coalesce((select p.temperature_blocks from app.practice p
    where p.id = ${practiceId}), false)`,
})

/** What the safety list of an animal rests on, beside the animal's own row. */
export const safetyColumns = {
  ...safetyFacts(animal.practiceId, animal.id),
  /** Open ones, then the latest closed ones, each with the sessions in which its sign was seen meanwhile. */
  vetFlags: sql<unknown>`(select json_agg(to_jsonb(f)) from (select x.*,
      (select m.name from app.member m where m.practice_id = x.practice_id and m.id = x.closed_by) as closed_name,
      (select m.name from app.member m where m.practice_id = x.practice_id and m.id = x.opened_by) as opened_name,
      (select json_agg(json_build_object('id', s.id, 'day', s.day, 'voided', s.voided_at is not null)
          order by s.created_at, s.seq)
        from app.session s where s.practice_id = x.practice_id and s.animal_id = x.animal_id
          and (s.id = x.session_id or (x.sign = any(s.health) and s.created_at >= x.opened_at
            and (x.closed_at is null or s.created_at < x.closed_at)))) as seen_in
    from app.vet_flag x where x.practice_id = ${animal.practiceId} and x.animal_id = ${animal.id}
    order by x.closed_at desc nulls first, x.opened_at desc limit 20) f)`,
}

export type SafetyRowsRead = {
  safetyRows: unknown
  weightG: number | null
  temperatureBlocks: boolean
  vetFlags: unknown
}

export function safetyFrom(
  { safetyRows, weightG, temperatureBlocks, vetFlags: flagRows }: SafetyRowsRead,
  species: Species,
  on: Temporal.PlainDate,
): Safety & { vetFlags: VetFlagRow[] } {
  const records = safetyRecordsOf(safetyRows)
  const vetFlags = vetFlagsOf(flagRows)
  const site = siteOf(records)
  const openVet = vetFlags.flatMap(({ sign, closedAt }) => (closedAt ? [] : [sign]))
  const { ok, items, missing } = safetyList({
    ...{ species, records, openVet, on },
    ...{ siteKey: site, weightG, temperatureBlocks },
  })
  return { ok, lines: items, missing, site, records: safetyRowsOf(safetyRows).reverse(), vetFlags }
}

type RecordJson = Row<
  | 'id'
  | 'item'
  | 'passed_on'
  | 'valid_until'
  | 'site'
  | 'evidence'
  | 'seen_by'
  | 'photo_id'
  | 'fit_id'
  | 'created_at'
  | 'by_name'
> & { failed: boolean; weight_g?: number | null; weighed_then?: boolean }

const dayFrom = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))

/** The domain's part of each row. The temperature of a day is written down as its evidence. */
export const safetyRecordsOf = (rows: unknown): SafetyRecord[] =>
  listOf<RecordJson>(rows).map((row) => ({
    id: row.id ?? '',
    key: row.item as SafetyRecord['key'],
    on: Temporal.PlainDate.from(row.passed_on ?? ''),
    failed: row.failed,
    validUntil: dayFrom(row.valid_until),
    siteKey: row.site,
    weightG: row.weight_g,
    weighedThen: row.weighed_then,
    temperatureC: row.item === 'temperature' ? Number(row.evidence) : null,
  }))

const safetyRowsOf = (rows: unknown): SafetyRow[] =>
  listOf<RecordJson>(rows).map((row) => ({
    id: row.id ?? '',
    item: row.item as SafetyRow['item'],
    passedOn: Temporal.PlainDate.from(row.passed_on ?? ''),
    failed: row.failed,
    validUntil: dayFrom(row.valid_until),
    site: row.site ?? '',
    evidence: row.evidence ?? '',
    seenBy: row.seen_by ?? '',
    photoId: row.photo_id,
    fitId: row.fit_id,
    at: Temporal.Instant.from(row.created_at ?? ''),
    by: row.by_name ?? '',
    withdrawn: null,
  }))

type FlagJson = Row<
  'id' | 'sign' | 'opened_at' | 'opened_name' | 'opened_note' | 'closed_at' | 'closed_name' | 'closing_note'
> & { seen_in: unknown }

const vetFlagsOf = (rows: unknown): VetFlagRow[] =>
  listOf<FlagJson>(rows).map((row) => ({
    id: row.id ?? '',
    sign: row.sign ?? '',
    seenIn: listOf<{ id: string; day: string; voided: boolean }>(row.seen_in).map((one) => ({
      ...one,
      day: Temporal.PlainDate.from(one.day),
    })),
    openedAt: Temporal.Instant.from(row.opened_at ?? ''),
    openedBy: row.opened_name,
    openedNote: row.opened_note ?? '',
    closedAt: row.closed_at === null ? null : Temporal.Instant.from(row.closed_at),
    closedBy: row.closed_name,
    closingNote: row.closing_note,
  }))
