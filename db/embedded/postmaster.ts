import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

export type Postmaster = { pid: number; port: number; ready: boolean }

/** What PostgreSQL itself wrote about the server of this data folder; undefined when that server is gone. */
export function livePostmaster(data: string): Postmaster | undefined {
  const file = path.join(data, 'postmaster.pid')
  let lines: string[]
  try {
    lines = fs.readFileSync(file, 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 1) return undefined
  const port = Number(lines[3])
  if (isAlive(pid) && isPostgres(pid)) {
    return { pid, port, ready: lines[7]?.startsWith('ready') ?? false }
  }
  if (someoneWorksIn(data)) return { pid, port, ready: false }
  // The number now names a zombie or another program, and PostgreSQL would refuse to start because of it.
  if (answersSignals(pid)) fs.rmSync(file, { force: true })
  return undefined
}

/** A process that runs; a zombie, which a container without an init process keeps for ever, does not. */
export function isAlive(pid: number): boolean {
  if (!answersSignals(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z'
  } catch {
    return answersSignals(pid)
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isPostgres(pid: number): boolean {
  if (process.platform === 'win32') return true
  try {
    const program =
      process.platform === 'linux'
        ? (fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '')
        : execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return path.basename(program).startsWith('postgres')
  } catch {
    return isAlive(pid)
  }
}

/** Backends that outlive their postmaster for a moment still write: a second server must wait for them. */
function someoneWorksIn(data: string): boolean {
  if (process.platform !== 'linux') return false
  const folder = fs.realpathSync(data)
  return fs.readdirSync('/proc').some((entry) => {
    if (!/^\d+$/.test(entry) || entry === String(process.pid)) return false
    try {
      return fs.readlinkSync(`/proc/${entry}/cwd`) === folder
    } catch {
      return false
    }
  })
}
