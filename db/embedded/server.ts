import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { initialise, launch } from './cluster'
import type { Place } from './place'
import { choosePort } from './port'
import { isAlive, livePostmaster } from './postmaster'

export type Server = { pid: number; port: number; started: boolean }

const passing = /lock file|shared memory block|could not create any TCP|Address already in use/i

/** Attaches to the live server of this place, or makes and starts it. Safe for several processes at once. */
export async function findOrStart(place: Place, password: string, patience = 60_000): Promise<Server> {
  const deadline = performance.now() + patience
  let last = 'it is still starting'
  while (performance.now() < deadline) {
    await whileRestoring(place, deadline)
    undoInterruptedRestore(place)
    const live = livePostmaster(place.data)
    if (live) {
      if (live.ready && (await isOurs(place, live.port, password))) {
        return { pid: live.pid, port: live.port, started: false }
      }
      await pause(25)
      continue
    }
    initialise(place, password)
    const port = await choosePort(place.home)
    const result = await launch(place, port)
    if ('pid' in result) {
      if (await isOurs(place, port, password)) return { pid: result.pid, port, started: true }
    } else if (passing.test(result.complaint)) {
      last = result.complaint
      await pause(50)
    } else {
      throw new Error(`The database did not start. It wrote in ${place.log}:\n${result.complaint}`)
    }
  }
  throw new Error(`The database in ${place.data} did not come up within ${patience / 1000} seconds: ${last}`)
}

/** False while it is not answering yet; throws when what answers is not the server of our data. */
async function isOurs({ data, home }: Place, port: number, password: string): Promise<boolean> {
  const address = { host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' }
  const admin = postgres({
    ...address,
    max: 1,
    connect_timeout: 3,
    fetch_types: false,
    onnotice: () => undefined,
  })
  try {
    const [row] = await admin<{ data_directory: string }[]>`show data_directory`
    const theirs = row?.data_directory ?? ''
    if (path.resolve(theirs) === path.resolve(data)) return true
    if (fs.existsSync(theirs) && fs.realpathSync(theirs) === fs.realpathSync(data)) return true
    throw new Error(
      `Port ${port} is held by another PostgreSQL server (${theirs}): stop it or set DATABASE_URL`,
    )
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (code === '28P01' || code === '28000') {
      const hint = `${path.join(home, 'secrets.json')} does not belong to ${data}, or another server has the port`
      throw new Error(`The database at port ${port} refuses our password: ${hint}`, { cause: error })
    }
    if (/^(ECONN|CONNECT|57P03|57P01|EPIPE)/.test(code)) return false
    throw error
  } finally {
    await admin.end({ timeout: 1 })
  }
}

export const restoreMark = ({ home }: Pick<Place, 'home'>) => path.join(home, 'restoring')

async function whileRestoring(place: Place, deadline: number): Promise<void> {
  const mark = restoreMark(place)
  while (fs.existsSync(mark)) {
    const pid = Number(fs.readFileSync(mark, 'utf8'))
    if (pid === process.pid) return
    if (!isAlive(pid)) return fs.rmSync(mark, { force: true })
    if (performance.now() > deadline) throw new Error(`A restore is running (process ${pid}): wait for it`)
    await pause(50)
  }
}

/** A restore that was killed between its two renames leaves no data folder: the old one goes back. */
function undoInterruptedRestore({ folder, data }: Place): void {
  if (fs.existsSync(data)) return
  const aside = fs.readdirSync(folder).filter((name) => name.startsWith('data.before-restore-'))
  const newest = aside.sort().at(-1)
  if (newest) fs.renameSync(path.join(folder, newest), data)
}
