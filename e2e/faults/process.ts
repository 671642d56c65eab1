import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { paths } from '@/lib/paths'
import { root } from '../next-process'

export type Running = {
  /** Nothing has ended it yet. */
  lives: () => boolean
  /** kill -9, back when it is gone. */
  kill: () => Promise<void>
  stop: () => Promise<void>
}

type Start = { args: string[]; env: NodeJS.ProcessEnv; origin: string; log: string }

/** A Doorstep of a test's own, back when it is ready for people. */
export async function startOwn({ args, env, origin, log }: Start): Promise<Running> {
  const file = path.join(root, '.cache', log)
  const out = fs.openSync(file, 'a', 0o600)
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', out, out],
  })
  fs.closeSync(out)
  const lives = () => child.exitCode === null && child.signalCode === null
  const end = async (signal: NodeJS.Signals) => {
    if (!lives()) return
    const gone = once(child, 'exit')
    child.kill(signal)
    const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
    await gone
    clearTimeout(late)
  }
  const running = { lives, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
  const deadline = performance.now() + 90_000
  while (lives() && performance.now() < deadline) {
    if (await isReady(origin)) return running
    await pause(50)
  }
  await running.kill()
  throw new Error(
    `A Doorstep of the test's own does not start:\n${fs.readFileSync(file, 'utf8').slice(-4_000)}`,
  )
}

export async function isReady(origin: string): Promise<boolean> {
  const answer = await fetch(origin + paths.readyz(), { signal: AbortSignal.timeout(5_000) }).catch(
    () => null,
  )
  return answer?.ok ?? false
}
