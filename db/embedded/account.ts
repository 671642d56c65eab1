import { execFileSync } from 'node:child_process'
import fs from 'node:fs'

/** The system user the server runs as; undefined means ourselves. PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number } | undefined

/** As root: whoever owns the data already, else the system user `postgres`, made when there is none. */
export function serverAccount(existingData: string | undefined): Account {
  if (process.getuid?.() !== 0) return undefined
  if (existingData) {
    const { uid, gid } = fs.statSync(existingData)
    if (uid !== 0) return { uid, gid }
  }
  return lookUp('postgres') ?? create('postgres') ?? lookUp('nobody') ?? fail()
}

function lookUp(name: string): Account {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

function create(name: string): Account {
  try {
    const args = ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name]
    execFileSync('useradd', args, { stdio: 'ignore' })
  } catch {
    // No useradd here, or another process was quicker: the look-up decides.
  }
  return lookUp(name)
}

function fail(): never {
  throw new Error('PostgreSQL does not run as root and no other user could be made: run Doorstep as one')
}
