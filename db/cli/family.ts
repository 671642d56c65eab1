import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** Starts a program of this project in its own folder, with its output passed on. */
export const startChild = (args: string[], env: Record<string, string> = {}): ChildProcess =>
  spawn(process.execPath, args, { cwd: project, stdio: 'inherit', env: { NEXT_TELEMETRY_DISABLED: '1', ...process.env, ...env } })

export const nextProgram = fileURLToPath(new URL('../../node_modules/next/dist/bin/next', import.meta.url))
export const workerProgram = ['--import', 'tsx', 'lib/jobs/worker.ts']

const ended = (child: ChildProcess) =>
  new Promise<number>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode ?? 0)
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 0 : 1)))
  })

/**
 * Waits until one of the family ends or this process is asked to stop, then ends them all in the order
 * given: each finishes what it has begun. Says with which code to leave.
 */
export async function untilTheyEnd(children: ChildProcess[], atLast: () => Promise<void>): Promise<never> {
  const asked = new Promise<number>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve(0))
  })
  const code = await Promise.race([asked, ...children.map(ended)])
  for (const child of children) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended(child)
    clearTimeout(late)
  }
  await atLast()
  process.exit(code)
}
