import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** Starts a program of this project in its own folder; never with the addresses that see or change everything. */
export function startChild(
  args: string[],
  more: Record<string, string> = {},
  stdio: StdioOptions = 'inherit',
): ChildProcess {
  const { MIGRATION_DATABASE_URL: _administrator, BACKUP_DATABASE_URL: _sees, ...inherited } = process.env
  const env = { NEXT_TELEMETRY_DISABLED: '1', ...inherited, ...more }
  return spawn(process.execPath, args, { cwd: project, stdio, env })
}

export const nextProgram = fileURLToPath(new URL('../../node_modules/next/dist/bin/next', import.meta.url))
export const workerProgram = ['--import', 'tsx', 'lib/jobs/worker.ts']

/** Killed is not ended well: whoever watches over Doorstep (systemd, a container) should start it again. */
const codeOf = ({ exitCode, signalCode }: ChildProcess): number =>
  exitCode ?? (['SIGTERM', 'SIGINT', 'SIGHUP'].includes(signalCode ?? '') ? 0 : 1)

const ended = (child: ChildProcess) =>
  new Promise<number>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(codeOf(child))
    child.once('exit', () => resolve(codeOf(child)))
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
