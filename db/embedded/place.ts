import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { serverAccount, type Account } from './account'
import { programsFor, type Programs } from './programs'

/** Where one embedded server lives. `home` is ours (secrets, port); `folder` is the server's. */
export type Place = {
  home: string
  folder: string
  data: string
  log: string
  account: Account
  programs: Programs
}

/** Finds or makes a place the server's user can reach; says so in one line when it is not below `home`. */
export function findPlace(home: string, say: (line: string) => void): Place {
  fs.mkdirSync(home, { recursive: true, mode: 0o711 })
  const real = fs.realpathSync(home)
  const shelter = `/var/lib/doorstep-${createHash('sha256').update(real).digest('hex').slice(0, 10)}`
  const usual = path.join(real, 'postgres')
  const sheltered = path.join(shelter, 'postgres')
  const existing = [usual, sheltered].find((folder) => fs.existsSync(path.join(folder, 'data')))
  const account = serverAccount(existing && path.join(existing, 'data'))
  refuseForeignOwner(existing, account)
  if (account) fs.mkdirSync(shelter, { recursive: true, mode: 0o711 })
  const { programs, copied } = programsFor(account, shelter)
  const folder = [usual, sheltered].find((candidate) => reachable(candidate, account))
  if (!folder) throw new Error(`The database cannot write below ${home}: check who owns that folder`)
  if (folder === sheltered || copied) {
    removeIfEmpty(folder === sheltered ? usual : shelter)
    say(`The database's user cannot enter this folder: its programs and data are in ${shelter}`)
  } else if (account) {
    removeIfEmpty(shelter)
  }
  if (existing && existing !== folder) {
    throw new Error(`The data in ${existing} can no longer be reached by the database's user`)
  }
  return {
    home: real,
    folder,
    data: path.join(folder, 'data'),
    log: path.join(folder, 'log'),
    account,
    programs,
  }
}

function reachable(folder: string, account: Account): boolean {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!account) return true
  fs.chownSync(folder, account.uid, account.gid)
  return spawnSync('/bin/sh', ['-c', 'cd "$0" && test -w .', folder], { ...account, cwd: '/' }).status === 0
}

function refuseForeignOwner(existing: string | undefined, account: Account): void {
  if (!existing || account) return
  const owner = fs.statSync(existing).uid
  if (process.getuid && owner !== process.getuid()) {
    throw new Error(`The database in ${existing} belongs to another system user (${owner}): run as that one`)
  }
}

function removeIfEmpty(folder: string): void {
  try {
    fs.rmdirSync(folder)
  } catch {
    // Somebody's programs or data are in it: it stays.
  }
}
