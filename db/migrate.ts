import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { prepareQueues } from './queue'
import { prepareRights, prepareSchemas } from './rights'
import { letBackupSeeAll, prepareLogin, prepareRoles, type Login } from './roles'

type Addresses = {
  migrationUrl: string
  webUrl: string
  workerUrl: string
  backupUrl?: string | undefined
}
const folder = path.join(fileURLToPath(new URL('.', import.meta.url)), 'migrations')
const quiet = { onnotice: () => undefined, connect_timeout: 10, idle_timeout: 0 }

/**
 * Brings a database to what this version needs: roles, schemas, tables, queues. `migrationUrl` is an
 * administrator who may create roles (PostgreSQL 15 to 18, no superuser needed). Safe to run again and by two
 * at once. Returns what it did, one plain sentence each.
 */
export async function migrate({ migrationUrl, webUrl, workerUrl, backupUrl }: Addresses): Promise<string[]> {
  if (!migrationUrl) throw new Error('MIGRATION_DATABASE_URL is not set: it names an administrator')
  const admin = postgres(migrationUrl, {
    ...quiet,
    max: 1,
    connection: { application_name: 'doorstep-migrate' },
  })
  const done: string[] = []
  try {
    await refuseUnknownVersion(admin)
    await admin`select pg_advisory_lock(hashtext('doorstep'), hashtext('migrate'))`
    const made = await prepareRoles(admin)
    if (made.length > 0) done.push(`Made the roles ${made.join(', ')}.`)
    await prepareSchemas(admin)
    const count = await asOwner(migrationUrl, async (owner) => {
      await prepareRights(owner)
      const before = await applied(owner)
      await runMigrations(drizzle(owner), { migrationsFolder: folder, migrationsSchema: 'app_migrations' })
      const queues = await prepareQueues(owner)
      if (queues.length > 0) done.push(`Made the queue ${queues.join(', ')}.`)
      return (await applied(owner)) - before
    })
    done.push(count > 0 ? `Ran ${count} migration${count > 1 ? 's' : ''}.` : 'The tables were up to date.')
    const logins: [Login, string | undefined][] = [
      ['app_web', webUrl],
      ['app_worker', workerUrl],
      ['app_backup', backupUrl],
    ]
    for (const [role, url] of logins) {
      if (url) await prepareLogin(admin, role, url, await signsIn(url))
    }
    if (backupUrl && !(await letBackupSeeAll(admin))) {
      done.push('app_backup may not read past row policies here: back up as the administrator.')
    }
    return done
  } finally {
    await admin.end({ timeout: 5 })
  }
}

/** The same administrator, acting as the owner of the schema from the first byte of each connection. */
async function asOwner<T>(migrationUrl: string, work: (owner: postgres.Sql) => Promise<T>): Promise<T> {
  const connection = { application_name: 'doorstep-migrate', role: 'app_migrator', lock_timeout: 10_000 }
  const owner = postgres(migrationUrl, { ...quiet, max: 1, connection })
  try {
    return await work(owner)
  } finally {
    await owner.end({ timeout: 5 })
  }
}

async function applied(owner: postgres.Sql): Promise<number> {
  const [table] = await owner`select to_regclass('app_migrations.__drizzle_migrations') as name`
  if (!table?.name) return 0
  const [row] = await owner<
    { n: number }[]
  >`select count(*)::int as n from app_migrations.__drizzle_migrations`
  return row?.n ?? 0
}

async function signsIn(url: string): Promise<boolean> {
  const visitor = postgres(url, { ...quiet, max: 1, connect_timeout: 5, fetch_types: false })
  try {
    await visitor`select 1`
    return true
  } catch {
    return false
  } finally {
    await visitor.end({ timeout: 1 })
  }
}

async function refuseUnknownVersion(admin: postgres.Sql): Promise<void> {
  const [row] = await admin<{ number: number }[]>`select current_setting('server_version_num')::int as number`
  if (row && row.number < 150_000) throw new Error('Doorstep needs PostgreSQL 15 or later')
}
