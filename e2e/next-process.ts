import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const next = path.join(root, 'node_modules/next/dist/bin/next')

type Start = {
  mode: 'start' | 'dev'
  folder: string
  origin: string
  env: NodeJS.ProcessEnv
  log: string
  /** The page whose answer means that it is up. */
  first: string
}

export function buildNext(folder: string, env: NodeJS.ProcessEnv): void {
  const run = spawnSync(process.execPath, [next, 'build'], {
    cwd: folder,
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  if (run.status !== 0) throw new Error(`The app does not build:\n${run.stdout}\n${run.stderr}`)
}

/** Next as a process of its own, back when its first page answers; `ms` is how long that took. */
export async function startNext({ mode, folder, origin, env, log, first }: Start) {
  const { hostname, port } = new URL(origin)
  const out = fs.openSync(log, 'w', 0o600)
  const began = performance.now()
  const server = spawn(process.execPath, [next, mode, '-H', hostname, '-p', port], {
    cwd: folder,
    env: { ...env, NODE_ENV: mode === 'dev' ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', out, out],
  })
  fs.closeSync(out)
  const runs = () => server.exitCode === null && server.signalCode === null
  const stop = async () => {
    if (!runs()) return
    const gone = once(server, 'exit')
    server.kill('SIGTERM')
    const late = setTimeout(() => server.kill('SIGKILL'), 10_000)
    await gone
    clearTimeout(late)
  }
  while (runs() && performance.now() - began < 60_000) {
    const answer = await fetch(origin + first, { signal: AbortSignal.timeout(60_000) }).catch(() => null)
    if (answer) return { ms: performance.now() - began, stop }
    await pause(10)
  }
  await stop()
  throw new Error(`The app does not answer. It wrote:\n${fs.readFileSync(log, 'utf8').slice(-4_000)}`)
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
