import fs from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { demoToken } from '@/lib/auth/demo-link'
import { paths } from '@/lib/paths'
import { closeDatabase } from '../client'
import { runEmbedded, usualHome } from '../embedded'
import { migrate } from '../migrate'
import { Build } from './build'
import { emptyDemo, isSeededToday, markSeeded } from './demo-database'
import { nextProgram, startChild, untilTheyEnd } from './family'
import { keepPushKey, keepSessionSecret } from './kept-secret'

// npm run demo: the practice of db/seed on the embedded server, whatever DATABASE_URL names. Made anew each day.

const name = 'doorstep_demo'
const say = (line: string) => console.log(line)
const port = await freePort(Number(process.env.PORT ?? 3000))
const origin = `http://localhost:${port}`
const secret = keepSessionSecret(usualHome)
const photos = path.join(usualHome, 'demo-photos')
Object.assign(process.env, {
  NODE_ENV: 'production',
  NEXTAUTH_URL: origin,
  NEXTAUTH_SECRET: secret,
  PUSH_KEY: keepPushKey(usualHome),
  DOORSTEP_DEMO: '1',
  // Made anew with the practice, so apart from anybody's own.
  PHOTO_FOLDER: photos,
  S3_URL: '',
})

say('Starting the database …')
const build = new Build()
const database = await runEmbedded({ name, stopOnSignals: false })
const giveUp = () => {
  build.stop()
  void database.stop().finally(() => process.exit(130))
}
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
for (const signal of signals) process.once(signal, giveUp)

try {
  await Promise.all([prepareBuild(), preparePractice()])
} catch (error) {
  console.error('The demo could not be made ready.')
  console.error(error instanceof Error && error.message ? error.message : error)
  build.stop()
  await database.stop()
  process.exit(1)
}

process.env.DATABASE_URL = database.urls.web
const server = startChild([nextProgram, 'start', '-H', 'localhost', '-p', String(port)], {}, [
  'ignore',
  'ignore',
  'inherit',
])
for (const signal of signals) process.off(signal, giveUp)
void answers().then(() => say(welcome()))
await untilTheyEnd([server], () => database.stop())

async function prepareBuild(): Promise<void> {
  if (build.isCurrent) return
  await telling('Building the app, once', () => build.make())
}

async function preparePractice(): Promise<void> {
  const { web, worker, migration, backup } = database.urls
  const isThere = await isSeededToday(migration)
  if (!isThere) await Promise.all([emptyDemo(migration), fs.rm(photos, { recursive: true, force: true })])
  await migrate({ migrationUrl: migration, webUrl: web, workerUrl: worker, backupUrl: backup })
  if (isThere) return
  // What is lost when the power goes is made again: the demo need not wait for the disk.
  process.env.DATABASE_URL = `${web}?synchronous_commit=off`
  await telling('Living eight weeks of a cat practice', async () => {
    const { now } = await import('@/lib/clock')
    const { seedDemo } = await import('../seed/seed')
    await seedDemo({ now: now(), adminUrl: migration })
  })
  await closeDatabase()
  await markSeeded(migration)
}

/** Says what goes on at its beginning, every ten seconds and at its end. */
async function telling(what: string, work: () => Promise<void>): Promise<void> {
  const began = performance.now()
  const seconds = () => Math.round((performance.now() - began) / 1000)
  say(`${what} …`)
  const still = setInterval(() => say(`${what}: ${seconds()} s`), 10_000)
  try {
    await work()
    say(`${what}: done in ${seconds()} s`)
  } finally {
    clearInterval(still)
  }
}

async function answers(): Promise<void> {
  for (;;) {
    const answer = await fetch(`${origin}${paths.readyz()}`).catch(() => null)
    if (answer?.ok) return
    await pause(150)
  }
}

function welcome(): string {
  return `
Doorstep runs at ${origin}

  As the consultant, Mairi:  ${origin}${paths.demo('consultant', demoToken('consultant', secret))}
  As Miso’s owner, Niamh:    ${origin}${paths.demo('owner', demoToken('owner', secret))}

These links sign you in with one click, as often as you like. Open the second one in a private
window to be both at once. Nothing is sent: every mail can be read at ${origin}${paths.outbox()}
The practice is made anew each day; today your changes stay. Stop with Ctrl+C.
`
}

/** The port asked for, or the next one that nobody listens on, on either loopback address. */
async function freePort(from: number): Promise<number> {
  for (let port = from; port < from + 50; port++) {
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) return port
  }
  throw new Error(`No port between ${from} and ${from + 50} is free`)
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer()
    // A machine without IPv6 has nobody listening there either.
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}
