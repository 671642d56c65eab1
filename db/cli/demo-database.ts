import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { now } from '@/lib/clock'
import { dayOf } from '@/lib/domain/time/time'
import { zone } from '../seed/story'

// The demo is told relative to today. Which day that was, and which story, stands as a comment on its database,
// written last, so that a seeding that was interrupted is no seeding.

const today = () => `demo of ${dayOf(now(), zone).toString()}, story ${story()}`

function story(): string {
  const folder = fileURLToPath(new URL('../seed', import.meta.url))
  const hash = createHash('sha256')
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.ts')) hash.update(fs.readFileSync(path.join(folder, name)))
  return hash.digest('hex').slice(0, 12)
}

async function asAdmin<T>(url: string, work: (admin: postgres.Sql) => Promise<T>): Promise<T> {
  const admin = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    return await work(admin)
  } finally {
    await admin.end({ timeout: 5 })
  }
}

export const isSeededToday = (url: string): Promise<boolean> =>
  asAdmin(url, async (admin) => {
    const [row] = await admin<{ said: string | null }[]>`
      select shobj_description(oid, 'pg_database') as said from pg_database where datname = current_database()`
    return row?.said === today()
  })

export const markSeeded = (url: string): Promise<void> =>
  asAdmin(url, async (admin) => {
    await admin.unsafe(`comment on database ${nameOf(url)} is '${today()}'`)
  })

/** An empty database in the demo's place, whoever still uses the old one. */
export async function emptyDemo(url: string): Promise<void> {
  const address = new URL(url)
  address.pathname = '/postgres'
  await asAdmin(address.href, async (admin) => {
    await admin`drop database if exists ${admin(nameOf(url))} with (force)`
    await admin`create database ${admin(nameOf(url))}`
  })
}

const nameOf = (url: string): string => {
  const name = new URL(url).pathname.slice(1)
  if (!/^[a-z_]+$/.test(name)) throw new Error(`${name} is not the name of a demo`)
  return name
}
