import fs from 'node:fs'
import path from 'node:path'
import postgres, { type Sql } from 'postgres'
import { photoFolder } from '@/lib/env'
import { runEmbedded } from '../embedded'
import { createArchive, sealArchive, unpack, type Entry } from './archive'
import { fingerprint, type Fingerprint } from './fingerprint'
import { photosIn, photosInside } from './photos'
import { beside, discard, handOver, tryOut } from './trial'

export type Manifest = {
  format: 1
  madeAt: string
  database: string
  postgres: string
  entries: Entry[]
  contents: Fingerprint
}
type Wishes = { file: string; madeAt: string; home?: string; name?: string }

/**
 * One consistent copy of the whole embedded server while it runs, in one file: its data folder and the
 * write-ahead log that belongs to it, and the photos. The copy is then started and read; only one that works
 * is kept.
 */
export async function backUp({ file, madeAt, home, name = 'doorstep' }: Wishes): Promise<Manifest> {
  const { place, secrets, server, stop } = await runEmbedded({ name, ...(home ? { home } : {}) })
  const part = `${file}.part`
  const copy = beside(place, 'check')
  try {
    fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true, mode: 0o700 })
    const admin = postgres({
      ...{ host: '127.0.0.1', port: server.port, database: 'postgres', max: 1 },
      ...{ user: 'postgres', password: secrets.postgres, onnotice: () => undefined },
    })
    const entries = await copyRunning(admin, place.data, photoFolder(home), part).finally(() =>
      admin.end({ timeout: 1 }),
    )
    await unpack(part, copy.data)
    handOver(copy)
    const contents = await tryOut(copy, secrets.postgres, name, fingerprint)
    const version = fs.readFileSync(path.join(place.data, 'PG_VERSION'), 'utf8').trim()
    const manifest: Manifest = { format: 1, madeAt, database: name, postgres: version, entries, contents }
    await sealArchive(part, manifest)
    fs.renameSync(part, file)
    return manifest
  } finally {
    discard(copy)
    fs.rmSync(part, { force: true })
    await stop()
  }
}

/** PostgreSQL's own low-level backup: between start and stop, files may change; the log tells how. */
async function copyRunning(admin: Sql, data: string, photos: string, file: string): Promise<Entry[]> {
  // The temporary slot keeps the log from being recycled until this connection ends.
  await admin`select pg_create_physical_replication_slot(${`doorstep_backup_${process.pid}`}, true, true)`
  const [start] = await admin<{ wal: string }[]>`
    select pg_walfile_name(pg_backup_start('doorstep', fast => true)) as wal`
  const archive = createArchive(file)
  for (const { name, isFolder } of walk(data)) {
    if (isFolder) await archive.folder(name)
    else if (name !== 'global/pg_control') await keepIfThere(archive.file(name, path.join(data, name)))
  }
  await archive.file('global/pg_control', path.join(data, 'global/pg_control'))
  const [stop] = await admin<{ labelfile: string; wal: string }[]>`
    select labelfile, pg_walfile_name(lsn) as wal from pg_backup_stop(wait_for_archive => false)`
  await archive.file('backup_label', Buffer.from(stop?.labelfile ?? ''))
  const segments = fs.readdirSync(path.join(data, 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name))
  for (const name of segments.sort()) {
    if (name >= (start?.wal ?? '') && name <= (stop?.wal ?? '')) {
      await archive.file(`pg_wal/${name}`, path.join(data, 'pg_wal', name))
    }
  }
  // After the database: whatever photo it knows of by now has its file.
  for (const photo of photosIn(photos))
    await keepIfThere(archive.file(`${photosInside}/${photo.name}`, photo.file))
  await archive.close()
  return archive.entries
}

/** A table dropped during the copy takes its file along, and the log knows; so does a photo that is taken back. */
async function keepIfThere(copying: Promise<void>): Promise<void> {
  await copying.catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  })
}

const emptied = ['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots']
const left =
  /^(postmaster\.(pid|opts)|.*pg_internal\.init.*|.*pgsql_tmp.*|backup_label(\.old)?|tablespace_map)$/

function* walk(data: string, below = ''): Generator<{ name: string; isFolder: boolean }> {
  for (const entry of fs.readdirSync(path.join(data, below), { withFileTypes: true })) {
    const name = below ? `${below}/${entry.name}` : entry.name
    if (left.test(entry.name)) continue
    if (!entry.isDirectory()) {
      yield { name, isFolder: false }
      continue
    }
    yield { name, isFolder: true }
    if (name === 'pg_wal') yield { name: 'pg_wal/archive_status', isFolder: true }
    if (![...emptied, 'pg_stat_tmp', 'pg_subtrans'].includes(name)) yield* walk(data, name)
  }
}
