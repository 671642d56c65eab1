import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import postgres from 'postgres'
import { erasureLedger, photoFolder } from '@/lib/env'
import { eraseAgain } from '@/lib/jobs/erasures'
import { connect } from '../client'
import { usualHome } from '../embedded'
import { halt } from '../embedded/cluster'
import { findPlace, type Place } from '../embedded/place'
import { livePostmaster } from '../embedded/postmaster'
import { keepSecrets } from '../embedded/secrets'
import { restoreMark } from '../embedded/server'
import { migrate } from '../migrate'
import { unpack, type Entry } from './archive'
import type { Manifest } from './back-up'
import { differences, fingerprint } from './fingerprint'
import { bringPhotosBack, leavePhotosOut } from './photos'
import { beside, discard, handOver, tryOut } from './trial'

type Wishes = { file: string; at: string; home?: string; say?: (line: string) => void }
const migrations = fileURLToPath(new URL('../migrations', import.meta.url))

/**
 * Puts a backup in the place of the embedded server's data. The copy is unpacked beside it, compared with its
 * manifest, started, counted and brought up to this version first; until that is done nothing of today's data
 * is touched, and afterwards it is kept aside; photos are added to those that are there. Whoever was erased since
 * the backup is erased in the copy, before it is anybody's data. Refuses a damaged file, a file of a newer Doorstep, and a
 * server that is in use.
 */
export async function restore({ file, at, home = usualHome, say = () => undefined }: Wishes) {
  const place = findPlace(home, say)
  const secrets = keepSecrets(place.home)
  await refuseIfInUse(place, secrets.postgres)
  const copy = beside(place, 'restored')
  try {
    const manifest = await unpackChecked(file, copy)
    refuseNewer(manifest)
    handOver(copy)
    const erased = await tryOut(copy, secrets.postgres, manifest.database, async (admin, url) => {
      const wrong = differences(manifest.contents, await fingerprint(admin))
      if (wrong.length > 0) throw new Error(`The copy does not hold what was backed up: ${wrong.join('; ')}`)
      const as = (login: 'app_web' | 'app_worker' | 'app_backup') =>
        Object.assign(new URL(url), { username: login, password: secrets[login] }).href
      const addresses = { webUrl: as('app_web'), workerUrl: as('app_worker'), backupUrl: as('app_backup') }
      await migrate({ migrationUrl: url, ...addresses })
      const restored = connect(addresses.webUrl, { max: 1 })
      return eraseAgain(erasureLedger(home), restored).finally(() => restored.$client.end({ timeout: 1 }))
    })
    leavePhotosOut(copy.data, erased)
    const photos = bringPhotosBack(copy.data, photoFolder(home))
    const aside = await swap(place, copy, secrets.postgres, at)
    return { manifest, aside, photos }
  } finally {
    discard(copy)
  }
}

async function unpackChecked(file: string, copy: Place): Promise<Manifest> {
  const { found, manifest: text } = await unpack(file, copy.data).catch((error: unknown) => {
    throw new Error(`${file} cannot be read to its end: ${error instanceof Error ? error.message : ''}`)
  })
  if (text === undefined) throw new Error(`${file} is cut short: its manifest, which comes last, is missing`)
  const manifest = JSON.parse(text) as Manifest
  const key = ({ path, size, sha256 }: Entry) => `${path} ${size} ${sha256}`
  const expected = new Set(manifest.entries.map(key))
  const strange = found.filter((entry) => !expected.delete(key(entry)))
  if (strange.length > 0 || expected.size > 0) {
    throw new Error(
      `${file} is damaged: ${strange[0]?.path ?? [...expected][0] ?? ''} is not as it was written`,
    )
  }
  return manifest
}

function refuseNewer({ contents, postgres: version }: Manifest): void {
  const known = readMigrationFiles({ migrationsFolder: migrations }).map(({ hash }) => hash)
  if (contents.migrations.some((hash) => !known.includes(hash))) {
    throw new Error('This backup was made by another, newer Doorstep: update first, then restore')
  }
  if (version !== '18')
    throw new Error(`This backup needs PostgreSQL ${version}, and this Doorstep brings 18`)
}

/** Two renames; a restore killed between them is undone by the next start. Returns where the old data is. */
async function swap(place: Place, copy: Place, password: string, at: string): Promise<string | undefined> {
  const mark = restoreMark(place)
  fs.writeFileSync(mark, String(process.pid), { flag: 'wx' })
  try {
    await stopIfIdle(place, password)
    const aside = path.join(place.folder, `data.before-restore-${at.replaceAll(/[^0-9TZ]/g, '')}`)
    const hadData = fs.existsSync(place.data)
    if (hadData) fs.renameSync(place.data, aside)
    try {
      fs.renameSync(copy.data, place.data)
    } catch (error) {
      if (hadData) fs.renameSync(aside, place.data)
      throw error
    }
    return hadData ? aside : undefined
  } finally {
    fs.rmSync(mark, { force: true })
  }
}

async function stopIfIdle(place: Place, password: string): Promise<void> {
  await refuseIfInUse(place, password)
  const live = livePostmaster(place.data)
  if (live) await halt(place, live.pid)
}

async function refuseIfInUse(place: Place, password: string): Promise<void> {
  const live = livePostmaster(place.data)
  if (!live) return
  const address = { host: '127.0.0.1', port: live.port, user: 'postgres', password, database: 'postgres' }
  const admin = postgres({ ...address, max: 1, onnotice: () => undefined })
  const [row] = await admin<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity
    where backend_type = 'client backend' and pid <> pg_backend_pid()`.finally(() =>
    admin.end({ timeout: 1 }),
  )
  if (row?.n) throw new Error(`Doorstep is running (${row.n} open connections): stop it first, then restore`)
}
