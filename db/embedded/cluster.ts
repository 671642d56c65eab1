import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Place } from './place'
import { isAlive, livePostmaster } from './postmaster'

const { PATH, SystemRoot, TEMP } = process.env
const environment = { PATH, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC', NODE_ENV: process.env.NODE_ENV }

/** initdb beside the final folder, then one rename: of two processes at once, one wins and both go on. */
export function initialise({ data, account, programs }: Place, password: string): void {
  if (fs.existsSync(data)) return
  const draft = `${data}.new-${process.pid}`
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstep-'))
  const passwordFile = path.join(folder, 'password')
  fs.rmSync(draft, { recursive: true, force: true })
  fs.mkdirSync(draft, { mode: 0o700 })
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) for (const path of [draft, folder, passwordFile]) fs.chownSync(path, account.uid, account.gid)
  try {
    // Sorting and case come from PostgreSQL itself, the same on every machine. The character classes
    // (for search in names) come from the machine where it knows C.UTF-8.
    const base = [
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
    ]
    const rules = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--data-checksums']
    const attempts = [
      [...base, ...rules, '--lc-ctype=C.UTF-8'],
      [...base, ...rules],
    ]
    let complaint = ''
    const done = attempts.some((args) => {
      const options = { ...account, cwd: draft, env: environment, encoding: 'utf8' as const }
      const run = spawnSync(programs.initdb, [`--pgdata=${draft}`, ...args], options)
      complaint = run.error?.message ?? run.stderr
      return run.status === 0
    })
    if (!done) throw new Error(`The database could not be made: ${complaint.trim()}`)
    try {
      fs.renameSync(draft, data)
    } catch (error) {
      if (!fs.existsSync(path.join(data, 'PG_VERSION'))) throw error
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
    fs.rmSync(draft, { recursive: true, force: true })
  }
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  max_wal_size: '512MB',
  log_checkpoints: 'off',
}

/** Starts the server apart from this process and its terminal. Ready: its pid. Otherwise: what it wrote. */
export async function launch(
  { data, log, account, programs }: Place,
  port: number,
): Promise<{ pid: number } | { complaint: string }> {
  if (fs.existsSync(log) && fs.statSync(log).size > 10_000_000) fs.truncateSync(log)
  const from = fs.existsSync(log) ? fs.statSync(log).size : 0
  const out = fs.openSync(log, 'a', 0o600)
  if (account) fs.fchownSync(out, account.uid, account.gid)
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(programs.postgres, ['-D', data, '-p', String(port), ...options], {
    ...account,
    cwd: data,
    env: environment,
    detached: true,
    stdio: ['ignore', out, out],
  })
  fs.closeSync(out)
  const exit = Promise.race([once(child, 'exit'), once(child, 'error')]).then(() => 'gone' as const)
  child.unref()
  for (;;) {
    const state = livePostmaster(data)
    if (state?.ready && state.pid === child.pid) return { pid: state.pid }
    if ((await Promise.race([exit, pause(15)])) === 'gone') break
  }
  return { complaint: fs.readFileSync(log).subarray(from).toString('utf8').trim() }
}

/** A clean stop: connections are ended, everything is flushed, the next start has nothing to recover. */
export async function halt({ data, programs, account }: Place, pid: number): Promise<void> {
  askToStop({ data, programs, account }, pid)
  for (let waited = 0; isAlive(pid); waited += 15) {
    if (waited > 20_000) throw new Error(`The database (process ${pid}) does not stop`)
    await pause(15)
  }
}

/** Also usable while the process is exiting: nothing here waits for the answer. */
export function askToStop(
  { data, programs, account }: Pick<Place, 'data' | 'programs' | 'account'>,
  pid: number,
) {
  if (process.platform === 'win32') {
    spawnSync(programs.control, ['stop', '-m', 'fast', '-D', data], { ...account, stdio: 'ignore' })
  } else if (livePostmaster(data)?.pid === pid) {
    process.kill(pid, 'SIGINT')
  }
}

/** Sets the administrator's password on data that nobody serves (a restored copy may carry another one). */
export function resetPassword({ data, account, programs }: Place, password: string): void {
  const options = { ...account, cwd: data, env: environment, encoding: 'utf8' as const }
  const input = `alter role postgres password '${password}'\n`
  const run = spawnSync(programs.postgres, ['--single', '-D', data, 'postgres'], { ...options, input })
  if (run.status !== 0 || /ERROR|FATAL/.test(run.stderr)) {
    throw new Error(`The copy does not open: ${run.error?.message ?? run.stderr.trim()}`)
  }
}
