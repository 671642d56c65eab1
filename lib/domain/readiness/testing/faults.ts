import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { faults, type Fault } from './fault-list'

// npm run faults: plants one deliberate fault at a time into a copy of the rule set and asks its own tests.
// A fault that they let through is printed and makes the run fail. The project itself is never touched.

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const needed = ['lib/domain', 'node_modules', 'package.json', '.vitest.config.ts', 'tsconfig.json']
const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'faults-'))

try {
  for (const one of needed) {
    const [from, to] = [path.join(root, one), path.join(copy, one)]
    fs.mkdirSync(path.dirname(to), { recursive: true })
    if (one === 'node_modules') fs.symlinkSync(from, to)
    else fs.cpSync(from, to, { recursive: true })
  }
  if (!passes()) throw new Error('The tests fail without any fault')
  const missed = faults.filter((fault) => !caught(fault))
  process.stdout.write(`${faults.length - missed.length} of ${faults.length} faults caught\n`)
  process.exitCode = missed.length > 0 ? 1 : 0
} finally {
  fs.rmSync(copy, { recursive: true, force: true })
}

function caught({ name, file, find, plant }: Fault): boolean {
  const at = path.join(copy, 'lib/domain/readiness', file)
  const right = fs.readFileSync(at, 'utf8')
  const wrong = right.replace(find, plant)
  if (wrong === right) throw new Error(`${name}: ${file} has no "${find}"`)
  fs.writeFileSync(at, wrong)
  const isCaught = !passes()
  fs.writeFileSync(at, right)
  process.stdout.write(`${isCaught ? 'caught' : 'MISSED'}  ${name}\n`)
  return isCaught
}

function passes(): boolean {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const project = ['--config', '.vitest.config.ts', '--project', 'unit']
  const quickly = ['--bail', '1', '--reporter', 'dot', '--no-isolate', '--no-file-parallelism']
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', ...project, ...quickly, 'lib/domain/readiness'],
    {
      cwd: copy,
      env: { DOORSTEP_RUNS: '200', ...process.env },
      stdio: 'ignore',
    },
  )
  return status === 0
}
