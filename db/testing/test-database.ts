import { randomBytes } from 'node:crypto'
import path from 'node:path'
import postgres from 'postgres'
import { runEmbedded, usualHome, type DatabaseUrls } from '../embedded'
import { isAlive } from '../embedded/postmaster'
import { migrate } from '../migrate'

export type TestDatabase = { urls: DatabaseUrls; drop: () => Promise<void> }

/**
 * A fresh, migrated database on a test server of its own (.data/test), never the demo's and never the one of
 * DATABASE_URL. Several suites may run at once; the last one out stops the server. Points this process, and
 * every process it starts from now on, at it.
 */
export async function withTestDatabase(): Promise<TestDatabase> {
  const name = `doorstep_test_${process.pid}_${randomBytes(4).toString('hex')}`
  const server = await runEmbedded({ name, home: path.join(usualHome, 'test'), stopOnSignals: false })
  const { web, worker, migration, backup } = server.urls
  await dropAbandoned(migration)
  await migrate({ migrationUrl: migration, webUrl: web, workerUrl: worker, backupUrl: backup })
  process.env.DATABASE_URL = web
  process.env.WORKER_DATABASE_URL = worker
  process.env.MIGRATION_DATABASE_URL = migration
  return {
    urls: server.urls,
    drop: async () => {
      const others = await dropAbandoned(migration, name)
      await server.leave(others === 0)
    },
  }
}

/** Drops the databases of suites that are gone, and `mine`; says how many are still in use. */
async function dropAbandoned(url: string, mine?: string): Promise<number> {
  const address = new URL(url)
  address.pathname = '/postgres'
  const admin = postgres(address.href, { max: 1, onnotice: () => undefined })
  try {
    const found = await admin<{ datname: string }[]>`
      select datname from pg_database where datname like 'doorstep_test_%'`
    const inUse = found.filter(({ datname }) => datname !== mine && isAlive(Number(datname.split('_')[2])))
    for (const database of found) {
      if (!inUse.includes(database)) {
        await admin`drop database if exists ${admin(database.datname)} with (force)`
      }
    }
    return inUse.length
  } finally {
    await admin.end({ timeout: 1 })
  }
}
