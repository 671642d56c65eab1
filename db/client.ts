import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { sql as statement } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { guard } from './guard'
import * as schema from './schema'

export type Database = ReturnType<typeof connect>
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]

/** Who is asking, told to PostgreSQL for one transaction; the row policies read it. */
export type TransactionSettings = {
  practiceId?: string | undefined
  userId?: string | undefined
  role?: string | undefined
  clientId?: string | undefined
  animalIds?: readonly string[] | undefined
  memberId?: string | undefined
  /** Of a share link, and for whom it was made. */
  linkId?: string | undefined
  linkScope?: string | undefined
  /** PostgreSQL itself refuses whatever would write. */
  readOnly?: true
  /** `auth` or `outbox`: the two places whose rows belong to no practice; `upkeep` clears away what is over. */
  purpose?: string | undefined
}

/** A guarded pool. Timeouts are pinned here so that no statement or forgotten transaction can hold rows. */
export function connect(url: string, { max = 10, applicationName = 'doorstep' } = {}) {
  const pool = postgres(url, {
    max,
    connect_timeout: 3,
    backoff: (attempt) => Math.min(0.5, 0.1 * attempt),
    onnotice: () => undefined,
    connection: {
      application_name: applicationName,
      statement_timeout: 5_000,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 10_000,
      TimeZone: 'UTC',
    },
  })
  return drizzle(guard(pool), { schema, logger: { logQuery } })
}

const kept = globalThis as typeof globalThis & { doorstepDatabase?: Database | undefined }

/** The one pool of this process, made on first use; it outlives a reload of the code in development. */
export function database(): Database {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: start Doorstep with one of its npm scripts')
  return (kept.doorstepDatabase ??= connect(url))
}

export async function closeDatabase(): Promise<void> {
  const open = kept.doorstepDatabase
  kept.doorstepDatabase = undefined
  await open?.$client.end({ timeout: 5 })
}

const inside = new AsyncLocalStorage<true>()

/** Milliseconds. Longer than any statement may take; a server that hangs cannot even say that one took too long. */
const patience = 8_000

/** The database said nothing for too long: what was asked is given up and taken back. */
export class DatabaseSilent extends Error {
  override name = 'DatabaseSilent'
}

/**
 * Runs `run` as one transaction, again up to three times after a deadlock or a serialization failure.
 * Rejects after eight seconds; what `run` does later than that is rolled back.
 */
export async function inTransaction<T>(
  settings: TransactionSettings,
  run: (tx: Tx) => Promise<T>,
  on: Database = database(),
): Promise<T> {
  if (inside.getStore()) {
    throw new Error('A transaction is already open here: pass its tx along instead of opening a second one')
  }
  const late = new AbortController()
  const refuseIfLate = () => {
    if (late.signal.aborted) throw new DatabaseSilent()
  }
  const attempts = async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await inside.run(true, () =>
          on.transaction(
            async (tx) => {
              refuseIfLate()
              await tx.execute(introduce(settings))
              const value = await run(tx)
              refuseIfLate()
              return value
            },
            settings.readOnly && { accessMode: 'read only' },
          ),
        )
      } catch (error) {
        const again = ['40P01', '40001'].includes(sqlState(error) ?? '')
        if (!again || attempt > 3) throw error
        await pause(10 * attempt + Math.random() * 40 * attempt)
      }
    }
  }
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late.abort()
      reject(new DatabaseSilent())
    }, patience)
  })
  try {
    return await Promise.race([attempts(), tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/** The five-letter SQLSTATE of a failed statement (23P01 is an overlap), however deep it is wrapped. */
export function sqlState(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof postgres.PostgresError) return at.code
  }
  return undefined
}

function introduce({
  practiceId,
  userId,
  role,
  clientId,
  animalIds,
  memberId,
  linkId,
  linkScope,
  purpose,
}: TransactionSettings) {
  const strange = animalIds?.find((id) => !/^[0-9a-f-]{36}$/i.test(id))
  if (strange !== undefined) throw new Error('animalIds holds something that is not an id')
  return statement`select set_config('app.practice_id', ${practiceId ?? ''}, true),
    set_config('app.user_id', ${userId ?? ''}, true), set_config('app.role', ${role ?? ''}, true),
    set_config('app.client_id', ${clientId ?? ''}, true),
    set_config('app.animal_ids', ${animalIds ? `{${animalIds.join(',')}}` : ''}, true),
    set_config('app.member_id', ${memberId ?? ''}, true),
    set_config('app.link_id', ${linkId ?? ''}, true), set_config('app.link_scope', ${linkScope ?? ''}, true),
    set_config('app.purpose', ${purpose ?? ''}, true)`
}

const counters = new Set<string[]>()
let counted = 0

/** Collects the statements sent from now on, without begin, commit and the settings of the transaction. */
export function countQueries(): { statements: readonly string[]; stop: () => void } {
  const statements: string[] = []
  counters.add(statements)
  return { statements, stop: () => void counters.delete(statements) }
}

function logQuery(query: string) {
  if (query.startsWith("select set_config('app.")) return
  for (const statements of counters) statements.push(query)
  if (process.env.DOORSTEP_COUNT_QUERIES === '1') process.stderr.write(`query ${++counted}\n`)
}
