import fs from 'node:fs'
import path from 'node:path'
import postgres, { type Sql } from 'postgres'
import { halt, launch, resetPassword } from '../embedded/cluster'
import type { Place } from '../embedded/place'
import { isAlive } from '../embedded/postmaster'
import { freePort } from '../embedded/port'

/** Serves a copy on a port of its own, beside the real server, for as long as `work` takes. */
export async function tryOut<T>(
  place: Place,
  password: string,
  database: string,
  work: (admin: Sql, url: string) => Promise<T>,
): Promise<T> {
  resetPassword(place, password)
  const port = await freePort()
  const started = await launch(place, port)
  if (!('pid' in started)) throw new Error(`The copy does not start: ${started.complaint}`)
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
  const admin = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    return await work(admin, url)
  } finally {
    await admin.end({ timeout: 1 })
    await halt(place, started.pid)
  }
}

/** A place beside the real one with the same programs and user; its folder must not exist yet. */
export function beside(place: Place, suffix: string): Place {
  const data = `${place.data}.${suffix}-${process.pid}`
  for (const name of fs.readdirSync(place.folder)) {
    const pid = /^data\.(?:new|check|restored)-(\d+)/.exec(name)?.[1]
    const abandoned = pid && (pid === String(process.pid) || !isAlive(Number(pid)))
    if (abandoned) fs.rmSync(path.join(place.folder, name), { recursive: true, force: true })
  }
  fs.mkdirSync(data, { mode: 0o700 })
  return { ...place, data, log: `${data}.log` }
}

export function handOver({ data, account }: Place): void {
  if (!account) return
  const { uid, gid } = account
  fs.chownSync(data, uid, gid)
  for (const name of fs.readdirSync(data, { recursive: true }))
    fs.chownSync(`${data}/${name.toString()}`, uid, gid)
}

export function discard({ data, log }: Place): void {
  fs.rmSync(data, { recursive: true, force: true })
  fs.rmSync(log, { force: true })
}
