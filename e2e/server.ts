import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { withTestDatabase } from '../db/testing/test-database'

const root = fileURLToPath(new URL('..', import.meta.url))
const next = path.join(root, 'node_modules/next/dist/bin/next')

export type RunningApp = { origin: string; stop: () => Promise<void> }
type Wishes = {
  /** `next dev` instead of a production build: for writing a journey, not for judging one. */
  development?: boolean
  port?: number
  say?: (line: string) => void
}

/** Doorstep as a browser meets it, on a fresh test database to which this process is pointed as well. */
export async function startApp({ development, port, say = console.log }: Wishes = {}): Promise<RunningApp> {
  // Relative to the checkout, apart from `.next`: a running Doorstep keeps its build.
  const apart = development ? '.cache/dev' : '.cache/app'
  const database = await withTestDatabase()
  try {
    const origin = `http://127.0.0.1:${port ?? (await freePort())}`
    const env = environment(apart, origin)
    writeSettings(apart)
    if (!development) build(apart, env, say)
    const log = path.join(root, '.cache', 'server.log')
    const server = serve(development ? 'dev' : 'start', origin, env, log)
    try {
      await answering(server, origin, log)
    } catch (error) {
      await end(server)
      throw error
    }
    const stop = async () => {
      await end(server)
      await database.drop()
    }
    return { origin, stop }
  } catch (error) {
    await database.drop()
    throw error
  }
}

function environment(apart: string, origin: string): NodeJS.ProcessEnv {
  const { MIGRATION_DATABASE_URL: _admin, SMTP_URL: _mail, DOORSTEP_DEMO: _demo, ...inherited } = process.env
  return {
    ...inherited,
    DOORSTEP_DIST: `${apart}/build`,
    DOORSTEP_TSCONFIG: `${apart}/tsconfig.json`,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: randomBytes(48).toString('base64url'),
    NEXT_TELEMETRY_DISABLED: '1',
    LOG_LEVEL: 'warn',
  }
}

/** Next writes into the TypeScript settings of what it builds: it gets a file of its own to write into. */
function writeSettings(apart: string): void {
  fs.mkdirSync(path.join(root, apart), { recursive: true })
  const settings = { extends: '../../tsconfig.json', compilerOptions: { paths: { '@/*': ['../../*'] } } }
  fs.writeFileSync(path.join(root, apart, 'tsconfig.json'), JSON.stringify(settings))
}

function build(apart: string, env: NodeJS.ProcessEnv, say: (line: string) => void): void {
  const mark = path.join(root, apart, 'built-from')
  const sources = fingerprint()
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === sources) return
  fs.rmSync(mark, { force: true })
  say('Building the app')
  const run = spawnSync(process.execPath, [next, 'build'], {
    cwd: root,
    env: { ...env, NODE_ENV: 'production' },
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  if (run.status !== 0) throw new Error(`The app does not build:\n${run.stdout}\n${run.stderr}`)
  fs.writeFileSync(mark, sources)
}

/** Of everything a build reads. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const parts = ['app', 'components', 'lib', 'db', 'public', 'package.json', 'package-lock.json']
  const single = ['next.config.mjs', 'proxy.ts', 'instrumentation.ts', 'tsconfig.json']
  for (const part of [...parts, ...single]) {
    const place = path.join(root, part)
    if (!fs.existsSync(place)) continue
    const names = fs.statSync(place).isDirectory()
      ? fs.readdirSync(place, { recursive: true, encoding: 'utf8' }).sort()
      : ['']
    for (const name of names) {
      const file = path.join(place, name)
      if (/\.test\.tsx?$/.test(file) || !fs.statSync(file).isFile()) continue
      hash.update(`${path.relative(root, file)}\0`).update(fs.readFileSync(file))
    }
  }
  return hash.digest('hex')
}

function serve(mode: 'start' | 'dev', origin: string, env: NodeJS.ProcessEnv, log: string): ChildProcess {
  const { hostname, port } = new URL(origin)
  const out = fs.openSync(log, 'w', 0o600)
  const server = spawn(process.execPath, [next, mode, '-H', hostname, '-p', port], {
    cwd: root,
    env: { ...env, NODE_ENV: mode === 'dev' ? 'development' : 'production' },
    stdio: ['ignore', out, out],
  })
  fs.closeSync(out)
  return server
}

async function answering(server: ChildProcess, origin: string, log: string): Promise<void> {
  const deadline = performance.now() + 60_000
  while (server.exitCode === null && server.signalCode === null && performance.now() < deadline) {
    const answer = await fetch(`${origin}/icon.svg`, { signal: AbortSignal.timeout(30_000) }).catch(
      () => null,
    )
    if (answer) return
    await pause(50)
  }
  throw new Error(`The app does not answer. It wrote:\n${fs.readFileSync(log, 'utf8').slice(-4_000)}`)
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill('SIGTERM')
  const late = setTimeout(() => server.kill('SIGKILL'), 10_000)
  await gone
  clearTimeout(late)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
