import { sql, type SQL } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { AnimalBlock } from '@/lib/domain/note/schema'
import {
  bodyOfRank,
  timesSeen,
  whatChanged,
  type Change,
  type LookAtVisit,
  type TimeSeen,
} from '@/lib/domain/note/what-changed'
import type { BodyLevel } from '@/lib/domain/observation/vocabulary'
import { stageIndex, stageOf } from '@/lib/domain/protocol/stage'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { dayNumber } from '@/lib/domain/time/time'

type Seen = Record<TimeSeen, number | null> & { body: BodyLevel | null }
type Row = {
  animalId: string
  here: Seen
  there: Seen
  block: AnimalBlock
  day: string
  signedAt: string
  planId: string | null
  stageKey: string | null
  weightGrams: number | null
}

/** Notes and their sessions are the practice's; a household reads what changed from the signed note. */
const visibleVisits = (viewer: Viewer) =>
  sql`v.practice_id = ${viewer.practiceId}${viewer.kind === 'member' ? sql`` : sql` and false`}`

/** What the sessions of one visit show of an animal; of a time taken twice, the later one. */
const seenAt = (visitId: SQL) => sql`(select json_build_object('body', max(s.stress),
    'longestCalmSec', max(s.longest_calm_sec),
    'latencyEatSec', (array_agg(s.latency_eat_sec order by s.seq desc)
      filter (where s.latency_eat_sec is not null))[1],
    'latencyApproachSec', (array_agg(s.latency_approach_sec order by s.seq desc)
      filter (where s.latency_approach_sec is not null))[1],
    'latencyStepSec', (array_agg(s.latency_step_sec order by s.seq desc)
      filter (where s.latency_step_sec is not null))[1])
  from app.session s where s.practice_id = v.practice_id and s.animal_id = va.animal_id
    and s.visit_id = ${visitId} and s.voided_at is null)`

/**
 * What changed since the visit before, for each animal of this visit that has a signed note from an earlier one: by
 * what the note says now, then by the visit's sessions. One statement; an animal seen for the first time is absent.
 */
export async function changesAt(
  tx: Tx,
  viewer: Viewer,
  visitId: string,
  written: readonly { animalId: string; block: AnimalBlock }[],
  standings: ReadonlyMap<string, AnimalStanding>,
): Promise<Map<string, Change[]>> {
  const rows = await tx.execute<Row>(sql`
    select va.animal_id as "animalId", ${seenAt(sql`v.id`)} as here, ${seenAt(sql`before.visit_id`)} as there,
      before.block, before.day::text, before.signed_at::text as "signedAt", before.plan_id as "planId",
      before.stage_key as "stageKey",
      (select m.weight_grams from app.measure m where m.practice_id = v.practice_id
        and m.animal_id = va.animal_id and m.weight_grams is not null and m.taken_on < v.local_start::date
        order by m.taken_on desc, m.created_at desc limit 1) as "weightGrams"
    from app.visit v
    join app.visit_animal va on va.practice_id = v.practice_id and va.visit_id = v.id
    cross join lateral (
      select b.block, n.signed_at, earlier.id as visit_id, earlier.local_start::date as day, a.plan_id, a.stage_key
      from app.note_animal b
      join app.note n on n.practice_id = b.practice_id and n.id = b.note_id and n.status = 'signed'
      join app.visit earlier on earlier.practice_id = n.practice_id and earlier.id = n.visit_id
        and earlier.local_start < v.local_start
      left join app.assessment a on a.practice_id = b.practice_id and a.id = b.assessment_id
      where b.practice_id = va.practice_id and b.animal_id = va.animal_id
      order by earlier.local_start desc limit 1) before
    where ${visibleVisits(viewer)} and v.id = ${visitId}`)
  return new Map(
    rows.flatMap((row) => {
      const block = written.find(({ animalId }) => animalId === row.animalId)?.block
      return block ? [[row.animalId, changesOf(row, block, standings.get(row.animalId))]] : []
    }),
  )
}

function changesOf(row: Row, block: AnimalBlock, standing: AnimalStanding | undefined): Change[] {
  const samePlan =
    standing !== undefined && standing.planId === row.planId && standing.status !== 'enrichment'
  const stageAt = (key: string | null): LookAtVisit['stage'] => {
    const stage = samePlan && key !== null ? stageOf(standing.protocol, key) : null
    return stage && samePlan ? { name: stage.name, index: stageIndex(standing.protocol, stage.key) } : null
  }
  const day = dayNumber(Temporal.PlainDate.from(row.day))
  const signedAt = Temporal.Instant.from(row.signedAt)
  const redDays = standing?.assessment.redFlags.filter((red) => red.day > day).map((red) => red.day) ?? []
  const asked =
    standing?.openVet.filter(({ openedAt }) => Temporal.Instant.compare(openedAt, signedAt) > 0) ?? []
  return whatChanged(
    { ...lookAt(row.block, row.there), stage: stageAt(row.stageKey), weightGrams: row.weightGrams },
    {
      ...lookAt(block, row.here),
      stage: stageAt(standing?.state.stageKey ?? null),
      weightGrams: block.weightGrams ?? null,
    },
    { redDays: new Set(redDays).size, vetSigns: [...new Set(asked.map(({ sign }) => sign))] },
  )
}

/** What the note says, then what the sessions of the visit know. */
function lookAt(block: AnimalBlock, seen: Seen): Omit<LookAtVisit, 'stage' | 'weightGrams'> {
  const times = Object.fromEntries(timesSeen.map((key) => [key, block[key] ?? seen[key]]))
  return {
    ...(times as Record<TimeSeen, number | null>),
    body: seen.body ?? (block.cssPeak === undefined ? null : bodyOfRank(block.cssPeak)),
  }
}
