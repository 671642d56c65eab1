import { execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runStep, runVitest, runJourneys, type Count } from './parts'

// npm test: everything, on a machine with Node and npm alone. A failing part does not stop the others.

const root = fileURLToPath(new URL('..', import.meta.url))
const zones = ['America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu', 'Africa/Casablanca']
const seed = randomInt(1, 1_000_000)
const zone = zones[seed % zones.length] ?? 'America/New_York'

fs.mkdirSync(`${root}.cache`, { recursive: true })
// Routes that are gone leave types behind, which would be checked against what is there now.
for (const stale of ['.next/types', '.next/dev/types'])
  fs.rmSync(root + stale, { recursive: true, force: true })

const parts: [string, () => Promise<Count>][] = [
  ['format', () => runStep('prettier', ['--check', '--log-level', 'warn', '.'])],
  ['lint', () => runStep('eslint', ['--config', '.eslint.config.mjs', '--max-warnings', '0', '.'])],
  ['types', async () => worst(await runStep('next', ['typegen']), () => runStep('tsc', ['--noEmit']))],
  ['unit', () => runVitest('unit', 'UTC', seed)],
  [`unit, clocks in ${zone}`, () => runVitest('unit', zone, seed)],
  [`data, clocks in ${zone}`, () => runVitest('data', zone, seed)],
  [`browser, clocks in ${zone}`, () => runJourneys(zone, seed)],
]

const summary: string[] = []
const total = { passed: 0, failed: 0 }
console.log(`Node ${process.version}, ${process.platform} ${process.arch}, commit ${commit()}, order ${seed}`)
for (const [name, run] of parts) {
  console.log(`\n== ${name}`)
  const began = performance.now()
  const { passed, failed } = await run()
  total.passed += passed
  total.failed += failed
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  summary.push(
    `${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed, ${seconds} s`,
  )
}
console.log(`\n${summary.join('\n')}\n`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
console.log(`${total.passed} passed, ${total.failed} failed`)

async function worst(first: Count, then: () => Promise<Count>): Promise<Count> {
  return first.failed > 0 ? first : then()
}

function commit(): string {
  try {
    const command = ['rev-parse', '--short', 'HEAD']
    return execFileSync('git', command, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  } catch {
    return 'unknown'
  }
}
