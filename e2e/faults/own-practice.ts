import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { closeDatabase } from '@/db/client'
import { runEmbedded } from '@/db/embedded'
import { halt } from '@/db/embedded/cluster'
import { livePostmaster } from '@/db/embedded/postmaster'
import { freePort } from '../next-process'
import { apartForJourneys, environment } from '../server'
import { startOwn } from './process'

/** `npm start` in a home of its own: web process, worker and database, of which a test may end what it likes. */
export async function startOwnPractice() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstep-faults-'))
  fs.chmodSync(home, 0o711)
  const origin = `http://127.0.0.1:${await freePort()}`
  const { DATABASE_URL: suite, WORKER_DATABASE_URL: _worker, ...env } = environment(apartForJourneys, origin)
  const running = await startOwn({
    args: ['--import', 'tsx', 'db/cli/start.ts'],
    env: { ...env, DOORSTEP_HOME: home, PORT: new URL(origin).port },
    origin,
    log: 'faults-practice.log',
  })
  // Only to learn the addresses: whoever brings the server back, it is not this process.
  const { urls, place, leave } = await runEmbedded({ home, stopOnSignals: false, say: () => undefined })
  await leave(false)
  await pointAt(urls.web)
  return {
    origin,
    running,
    postmaster: () => livePostmaster(place.data)?.pid,
    freeze: () => freeze(urls.migration, () => livePostmaster(place.data)?.pid),
    stop: async () => {
      await pointAt(suite)
      await running.stop()
      const left = livePostmaster(place.data)
      if (left) await halt(place, left.pid)
      for (const folder of [home, place.folder]) fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function pointAt(url: string | undefined): Promise<void> {
  await closeDatabase()
  process.env.DATABASE_URL = url
}

/** Stops every process of the server as they stand: what is asked of it is neither refused nor answered. */
async function freeze(url: string, postmaster: () => number | undefined): Promise<() => Promise<void>> {
  const main = postmaster()
  if (!main) throw new Error('There is no server to freeze')
  const admin = postgres(url, { max: 1, onnotice: () => undefined })
  await admin`select 1`
  // First the one that would start others, then those it has started.
  process.kill(main, 'SIGSTOP')
  const rows = await admin<{ pid: number }[]>`select pid from pg_stat_activity`
  const pids = [...rows.map(({ pid }) => pid), main]
  for (const pid of pids) process.kill(pid, 'SIGSTOP')
  return async () => {
    for (const pid of pids) process.kill(pid, 'SIGCONT')
    await admin.end({ timeout: 5 })
  }
}
