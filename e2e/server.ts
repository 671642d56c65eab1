import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { withTestDatabase } from '../db/testing/test-database'
import { buildNext, freePort, root, startNext } from './next-process'

export type RunningApp = { origin: string; stop: () => Promise<void> }
type Wishes = {
  /** `next dev` instead of a production build: for writing a journey, not for judging one. */
  development?: boolean
  port?: number
  /** The server writes a line for each query, for measurements. */
  counting?: boolean
  say?: (line: string) => void
}

/** Journeys put photos where their server looks for them. */
export const photosOfJourneys = path.join(root, '.cache', 'photos')
/** The production build that journeys meet, apart from `.next`: a running Doorstep keeps its build. */
export const apartForJourneys = process.env.DOORSTEP_APART ?? '.cache/app'
export const serverLog = path.join(root, '.cache', 'server.log')

/** Doorstep as a browser meets it, on a fresh test database to which this process is pointed as well. */
export async function startApp({
  development,
  port,
  counting,
  say = console.log,
}: Wishes = {}): Promise<RunningApp> {
  const apart = development ? '.cache/dev' : apartForJourneys
  const database = await withTestDatabase()
  try {
    const origin = `http://127.0.0.1:${port ?? (await freePort())}`
    const env = {
      ...environment(apart, origin),
      ...(counting ? { DOORSTEP_COUNT_QUERIES: '1' } : {}),
    }
    writeSettings(apart)
    if (!development) build(apart, env, say)
    const mode = development ? 'dev' : 'start'
    const server = await startNext({ mode, folder: root, origin, env, log: serverLog, first: '/icon.svg' })
    const stop = async () => {
      await server.stop()
      await database.drop()
    }
    return { origin, stop }
  } catch (error) {
    await database.drop()
    throw error
  }
}

/** What the app is started with: secrets of this run alone, and never the administrator's address. */
export function environment(apart: string, origin: string): NodeJS.ProcessEnv {
  const { MIGRATION_DATABASE_URL: _admin, SMTP_URL: _mail, DOORSTEP_DEMO: _demo, ...inherited } = process.env
  return {
    ...inherited,
    DOORSTEP_DIST: `${apart}/build`,
    DOORSTEP_TSCONFIG: `${apart}/tsconfig.json`,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: randomBytes(48).toString('base64url'),
    PUSH_KEY: randomBytes(32).toString('base64url'),
    // Journeys say which network they come from: limits count networks.
    TRUSTED_PROXIES: '1',
    PHOTO_FOLDER: photosOfJourneys,
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
  buildNext(root, env)
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
