import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { nextProgram } from './family'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** Everything a build reads. */
const sources = [
  'app',
  'components',
  'lib',
  'db',
  'package.json',
  'package-lock.json',
  'next.config.mjs',
  'proxy.ts',
]

/** A build of what stands in the folder now: the one that is there, or a new one. Ends with the child it started. */
export class Build {
  private child: ChildProcess | undefined
  private readonly folder = path.join(project, process.env.DOORSTEP_DIST ?? '.next')
  private readonly mark = path.join(this.folder, 'built-from')
  private readonly now = fingerprint()

  get isMissing(): boolean {
    return !fs.existsSync(path.join(this.folder, 'BUILD_ID'))
  }

  /** Made here, from other sources than those that stand now. A build made by hand or in an image bears no mark. */
  get isOutdated(): boolean {
    return fs.existsSync(this.mark) && fs.readFileSync(this.mark, 'utf8') !== this.now
  }

  get isCurrent(): boolean {
    return !this.isMissing && fs.existsSync(this.mark) && !this.isOutdated
  }

  /** Throws with what Next wrote where it does not build. */
  async make(): Promise<void> {
    let written = ''
    const env = { NEXT_TELEMETRY_DISABLED: '1', ...process.env, NODE_ENV: 'production' as const }
    const child = spawn(process.execPath, [nextProgram, 'build'], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
    })
    this.child = child
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => (written = (written + part.toString()).slice(-8_000)))
    const [code] = (await once(child, 'exit')) as [number | null]
    this.child = undefined
    if (code !== 0) throw new Error(`Doorstep could not be built:\n${written}`)
    fs.writeFileSync(this.mark, this.now)
  }

  stop(): void {
    this.child?.kill('SIGTERM')
  }
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    const place = path.join(project, source)
    if (!fs.existsSync(place)) continue
    const names = fs.statSync(place).isDirectory()
      ? fs.readdirSync(place, { recursive: true, encoding: 'utf8' }).sort()
      : ['']
    for (const name of names) {
      const file = path.join(place, name)
      if (/\.test\.tsx?$/.test(file) || !fs.statSync(file).isFile()) continue
      hash.update(`${path.relative(project, file)}\0`).update(fs.readFileSync(file))
    }
  }
  return hash.digest('hex')
}
