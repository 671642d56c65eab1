import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import type { Viewer } from '@/lib/domain/access/viewer'
import type { Result } from '@/lib/domain/result/result'
import { asViewer } from '@/lib/data/as-viewer'

/** One thing that happens, at a moment of the story. */
export type Happening = { at: Temporal.Instant; what: string; run: () => Promise<void> }

/** What the database's own clock said, and what the story's clock said. */
export type Moment = { real: string; told: Temporal.Instant }

/** Runs verbs as one transaction at a moment of the story, and remembers which moment that was. */
export class StoryClock {
  readonly moments: Moment[] = []

  at<T>(told: Temporal.Instant, viewer: Viewer, run: (tx: Tx) => Promise<T>): Promise<T> {
    return asViewer(viewer, async (tx) => {
      await this.remember(tx, told)
      return run(tx)
    })
  }

  async remember(tx: Tx, told: Temporal.Instant): Promise<void> {
    const [row] = await tx.execute<{ real: string }>(sql`select now()::text as real`)
    // A verb that calls a verb shares its transaction: the moment of the outer one holds.
    if (row && this.moments.at(-1)?.real !== row.real) this.moments.push({ real: row.real, told })
  }
}

/** The value of a verb that must not refuse: a story that is refused is a mistake in the story. */
export function must<T>(result: Result<T>, what: string): T {
  if (result.ok) return result.value
  throw new Error(`${what}: ${result.reason} ${JSON.stringify(result.fields ?? {})}`)
}

/**
 * Verbs take the moment as an argument; what the database stamps by itself (the audit, when a row was made) still
 * says when the seed ran. This moves those stamps, and nothing else, to the moments of the story. Needs the
 * administrator of the embedded server, since signed notes are frozen even for the owner of the tables.
 */
export async function moveStamps(moments: readonly Moment[], adminUrl: string): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined })
  try {
    await admin.begin(async (all) => {
      await all`set local session_replication_role = replica`
      await all`create temporary table moment (real timestamptz primary key, told timestamptz not null) on commit drop`
      // As text on the way: a Date would lose the microseconds by which a transaction is known.
      await all`insert into moment select real::timestamptz, told::timestamptz from unnest(
        ${moments.map(({ real }) => real)}::text[], ${moments.map(({ told }) => told.toString())}::text[]
      ) as lived (real, told)`
      const stamps = await all<{ table: string; column: string }[]>`
        select table_name as "table", column_name as "column" from information_schema.columns
        where table_schema = 'app' and data_type = 'timestamp with time zone' and column_default = 'now()'`
      for (const { table, column } of stamps) {
        await all`update ${all('app')}.${all(table)} as stamped set ${all(column)} = moment.told
          from moment where stamped.${all(column)} = moment.real`
      }
    })
  } finally {
    await admin.end({ timeout: 5 })
  }
}
