import { sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import type { Viewer } from '@/lib/domain/access/viewer'
import { metTrigger } from '@/lib/domain/observation/schema'
import { signsBySpecies } from '@/lib/domain/observation/vocabulary'
import type { ReadinessSession } from '@/lib/domain/readiness/types'

/** Sessions that stand; which animals' is said by the plans that were read through this viewer's predicate. */
const standingSessions = (viewer: Viewer) =>
  sql`s.practice_id = ${viewer.practiceId} and s.voided_at is null${
    'animalIds' in viewer ? sql` and s.animal_id = any(${textArray(viewer.animalIds)}::uuid[])` : sql``
  }`

/** Red flags of any stage count for this long. */
const redWindowDays = 60
const panicSigns = [...signsBySpecies.cat[4], ...signsBySpecies.rat[4]]

type Wanted = {
  animalId: string
  stageKey: string
  entered: Temporal.PlainDate
  today: Temporal.PlainDate
}
export type CountingSession = ReadinessSession & { triggers: string[] }

/**
 * What the readiness rules read, for many animals in one statement: every session of the stage since it was
 * entered, and those of the last sixty days that may be red. Days arrive as whole numbers: making a date of each
 * costs more than finding the rows.
 */
export async function sessionsThatCount(
  tx: Tx,
  viewer: Viewer,
  wanted: readonly Wanted[],
): Promise<Map<string, CountingSession[]>> {
  const asked = wanted.map(({ animalId, stageKey, entered, today }) => ({
    animal: animalId,
    stage: stageKey,
    entered: entered.toString(),
    since: today.subtract({ days: redWindowDays }).toString(),
  }))
  const rows = await tx.execute<Omit<CountingSession, 'trigger'>>(sql`
    select s.id, s.animal_id as animal, s.stage_key as stage, s.day - date '1970-01-01' as day, s.seq, s.source,
      s.stress, s.signs, s.food, s.choice, s.recovery, s.tension, s.duration_sec as "durationSec",
      s.reps_ok as "repsOk", s.reps_total as "repsTotal", s.triggers, s.events
    from json_to_recordset(${JSON.stringify(asked)}::json) as w(animal uuid, stage text, entered date, since date)
    join app.session s on ${standingSessions(viewer)} and s.animal_id = w.animal
      and s.day >= least(w.entered, w.since) and ((s.stage_key = w.stage and s.day >= w.entered)
        or (s.day > w.since and (s.stress = 4 or s.events <> '{}' or s.signs && ${textArray(panicSigns)}::text[])))
    order by s.day, s.seq`)
  const byAnimal = new Map<string, CountingSession[]>(wanted.map(({ animalId }) => [animalId, []]))
  for (const row of rows) byAnimal.get(row.animal)?.push({ ...row, trigger: metTrigger(row.triggers) })
  return byAnimal
}

const textArray = (texts: readonly string[]) => sql.param(`{${texts.join(',')}}`)
