import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { neverLookedAt } from './pages'

export type Count = { passed: number; failed: number }

const root = fileURLToPath(new URL('..', import.meta.url))

const programs = {
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  eslint: 'node_modules/eslint/bin/eslint.js',
  next: 'node_modules/next/dist/bin/next',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
  tsx: 'node_modules/tsx/dist/cli.mjs',
}

/** A check that is right or wrong as a whole. */
export async function runStep(program: keyof typeof programs, args: string[]): Promise<Count> {
  return counted((await run(program, args)) === 0)
}

/** One of Vitest's projects, with the machine's clocks in this zone, in the random order of `seed`. */
export async function runVitest(project: 'unit' | 'data', TZ: string, seed: number): Promise<Count> {
  const report = fresh('vitest-results.json')
  const order = ['--sequence.shuffle.files', '--sequence.seed', String(seed)]
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const config = ['run', '--config', '.vitest.config.ts', '--project', project]
  const code = await run('vitest', [...config, ...order, ...reporters], { TZ })
  const results = read<{ numPassedTests: number; testResults: File[] }>(report)
  if (!results) return counted(false)
  // A file that cannot be loaded, or fails around its tests, has no failed test of its own.
  const failed = results.testResults.reduce((sum, { status, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed').length
    return sum + (status === 'failed' ? Math.max(tests, 1) : tests)
  }, 0)
  return honest(code, { passed: results.numPassedTests, failed })
}

type Journeys = Parameters<typeof neverLookedAt>[0] & {
  stats: { expected: number; unexpected: number }
  errors: unknown[]
}
type File = { status: string; assertionResults: { status: string }[] }

/** The journeys, against a build of their own, on a server whose clocks are in this zone. Each page is looked at. */
export async function runJourneys(TZ: string, seed: number): Promise<Count> {
  const report = fresh('browser-results.json')
  const code = await run('tsx', ['e2e/run.ts', '--fresh', '--shuffle', String(seed)], { TZ })
  const results = read<Journeys>(report)
  if (!results) return counted(false)
  const { expected, unexpected } = results.stats
  const missed = neverLookedAt(results)
  for (const page of missed) console.log(`No journey looked at ${page}`)
  return honest(code, { passed: expected, failed: unexpected + results.errors.length + missed.length })
}

/** A process that fails without a failed test has failed all the same. */
const honest = (code: number | null, count: Count): Count =>
  code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count

const counted = (good: boolean): Count => ({ passed: good ? 1 : 0, failed: good ? 0 : 1 })

async function run(program: keyof typeof programs, args: string[], env = {}): Promise<number | null> {
  const child = spawn(process.execPath, [path.join(root, programs[program]), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...withoutOurs(), FORCE_COLOR: '0', NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

/** What somebody set for their own Doorstep is nothing to the tests. */
function withoutOurs(): NodeJS.ProcessEnv {
  const ours =
    /^(DATABASE_URL|.*_DATABASE_URL|NEXTAUTH_.*|AUTH_.*|SMTP_URL|OSRM_URL|GEOCODER_URL|PHOTO_FOLDER|S3_URL|DOORSTEP_.*|NODE_ENV|PORT)$/
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ours.test(name)),
  ) as NodeJS.ProcessEnv
}

function fresh(name: string): string {
  const file = path.join(root, '.cache', name)
  fs.rmSync(file, { force: true })
  return file
}

function read<T>(file: string): T | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as T
  } catch {
    return undefined
  }
}
