import path from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { askToStop, halt } from './embedded/cluster'
import { findPlace, type Place } from './embedded/place'
import { isAlive } from './embedded/postmaster'
import { keepSecrets, type Secrets } from './embedded/secrets'
import { findOrStart, type Server } from './embedded/server'

export type DatabaseUrls = { web: string; worker: string; migration: string; backup?: string | undefined }
export type RunningDatabase = { urls: DatabaseUrls; started: boolean; stop: () => Promise<void> }
/** `leave` ends our part in it and says whether the server should stop, whoever started it. */
export type EmbeddedDatabase = RunningDatabase & {
  place: Place
  server: Server
  secrets: Secrets
  leave: (stopServer: boolean) => Promise<void>
}
type Wishes = { name?: string; home?: string; stopOnSignals?: boolean; say?: (line: string) => void }

const project = fileURLToPath(new URL('..', import.meta.url))
/** DOORSTEP_HOME: another folder for the embedded server and what belongs to it. */
export const usualHome = process.env.DOORSTEP_HOME ?? path.join(project, '.data')
const aloud = (line: string) => void process.stderr.write(`${line}\n`)

/**
 * A database to talk to: the one of DATABASE_URL, else the server of this checkout, started when it is not
 * running. Whoever started it stops it; when it dies or its starter leaves, whoever still needs it restarts it.
 */
export async function ensureDatabase(wishes: Wishes = {}): Promise<RunningDatabase> {
  const given = process.env.DATABASE_URL
  if (given) return { urls: fromEnvironment(given), started: false, stop: () => Promise.resolve() }
  const running = await runEmbedded(wishes)
  process.env.DATABASE_URL = running.urls.web
  process.env.WORKER_DATABASE_URL = running.urls.worker
  process.env.MIGRATION_DATABASE_URL = running.urls.migration
  return running
}

/** The embedded server, whatever the environment says; the environment is left alone. */
export async function runEmbedded({
  name = 'doorstep',
  home = usualHome,
  stopOnSignals = true,
  say = aloud,
}: Wishes = {}): Promise<EmbeddedDatabase> {
  const place = findPlace(home, say)
  const secrets = keepSecrets(place.home)
  const server = await findOrStart(place, secrets.postgres)
  const urls = addresses(server.port, name, secrets)
  await createIfMissing(urls.migration, name)
  const leave = keep(place, server, secrets, stopOnSignals, say)
  return { urls, started: server.started, stop: () => leave(server.started), leave, place, server, secrets }
}

function addresses(port: number, name: string, secrets: Secrets): DatabaseUrls & { backup: string } {
  const url = (login: keyof Secrets) => `postgres://${login}:${secrets[login]}@127.0.0.1:${port}/${name}`
  return {
    web: url('app_web'),
    worker: url('app_worker'),
    migration: url('postgres'),
    backup: url('app_backup'),
  }
}

function fromEnvironment(web: string): DatabaseUrls {
  const { WORKER_DATABASE_URL, MIGRATION_DATABASE_URL, BACKUP_DATABASE_URL } = process.env
  return {
    web,
    worker: WORKER_DATABASE_URL ?? '',
    migration: MIGRATION_DATABASE_URL ?? '',
    backup: BACKUP_DATABASE_URL,
  }
}

async function createIfMissing(url: string, name: string): Promise<void> {
  const address = new URL(url)
  address.pathname = '/postgres'
  const admin = postgres(address.href, { max: 1, onnotice: () => undefined })
  try {
    const [known] = await admin`select 1 from pg_database where datname = ${name}`
    if (!known) await admin`create database ${admin(name)}`
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code !== '42P04' && code !== '23505') throw error
  } finally {
    await admin.end({ timeout: 1 })
  }
}

/** Watches the server for as long as this process lives, and stops it at the end if it is ours to stop. */
function keep(
  place: Place,
  server: Server,
  secrets: Secrets,
  stopOnSignals: boolean,
  say: (line: string) => void,
) {
  let done = false
  const watch = setInterval(() => void revive(), 250).unref()
  let reviving: Promise<void> | undefined
  const revive = () => {
    if (done || reviving || isAlive(server.pid)) return
    say('The database stopped unexpectedly and is being started again')
    reviving = findOrStart(place, secrets.postgres)
      .then((again) => void Object.assign(server, again))
      .catch((error: unknown) => say(String(error)))
      .finally(() => (reviving = undefined))
  }
  const onExit = () => {
    if (!done && server.started) askToStop(place, server.pid)
  }
  const onSignal = (signal: NodeJS.Signals) => {
    const code = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal as 'SIGINT'] ?? 1
    void leave(true).finally(() => process.exit(code))
  }
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
  process.once('exit', onExit)
  if (stopOnSignals && server.started) for (const signal of signals) process.once(signal, onSignal)
  const leave = async (stopServer: boolean) => {
    if (done) return
    done = true
    clearInterval(watch)
    process.off('exit', onExit)
    for (const signal of signals) process.off(signal, onSignal)
    await reviving
    if (stopServer) await halt(place, server.pid)
  }
  return leave
}
