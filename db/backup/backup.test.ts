import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { erasureLedger } from '@/lib/env'
import { keepInLedger } from '@/lib/storage/erasure-ledger'
import { runEmbedded } from '../embedded'
import { migrate } from '../migrate'
import { backUp, type Manifest } from './back-up'
import { restore } from './restore'

const madeAt = '2026-03-01T08:00:00Z'
const quiet = { say: () => undefined, stopOnSignals: false }
let home: string
let file: string
let manifest: Manifest
const photo = { name: `${randomUUID()}/${'0a'.repeat(16)}.webp`, bytes: 'a picture of a tag' }
const photoAt = (where: string) => path.join(where, 'photos', photo.name)

beforeAll(async () => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstep-backup-'))
  fs.chmodSync(home, 0o711)
  file = path.join(home, 'copy.tar.gz')
  vi.stubEnv('PHOTO_FOLDER', '')
  fs.mkdirSync(path.dirname(photoAt(home)), { recursive: true })
  fs.writeFileSync(photoAt(home), photo.bytes)
  await serving(home, async (sql, urls) => {
    await migrate({ migrationUrl: urls.migration, webUrl: urls.web, workerUrl: urls.worker })
    await sql`create table app.kept (id int primary key, body text)`
    await sql`insert into app.kept select n, repeat('visit ', 200) || n from generate_series(1, 3000) n`
    let writing = true
    const writer = (async () => {
      for (let id = 3001; writing; id++)
        await sql`insert into app.kept values (${id}, 'written during the copy')`
    })()
    manifest = await backUp({ file, madeAt, home })
    writing = false
    await writer
  })
})
afterAll(() => {
  vi.unstubAllEnvs()
  fs.rmSync(home, { recursive: true, force: true })
})

type Urls = { web: string; worker: string; migration: string }
async function serving<T>(where: string, work: (sql: postgres.Sql, urls: Urls) => Promise<T>): Promise<T> {
  const { urls, stop } = await runEmbedded({ home: where, ...quiet })
  const sql = postgres(urls.migration, { max: 2, onnotice: () => undefined })
  try {
    return await work(sql, urls)
  } finally {
    await sql.end({ timeout: 1 })
    await stop()
  }
}

const holding = async (sql: postgres.Sql) => {
  const [row] = await sql<
    { n: number; last: number }[]
  >`select count(*)::int as n, max(id) as last from app.kept`
  return row
}

describe('a backup', () => {
  test('taken under writes holds one moment: no gap, nothing half', () => {
    const kept = manifest.contents.rows['app.kept']
    expect(kept?.count).toBeGreaterThanOrEqual(3000)
    expect(manifest.contents.migrations.length).toBeGreaterThan(0)
    expect(fs.statSync(file).mode & 0o077).toBe(0)
    expect(fs.readdirSync(path.join(home, 'postgres')).sort()).toEqual(['data', 'log'])
  })

  test('is restored exactly, and what was there before is kept aside', async () => {
    await serving(home, (sql) => sql`delete from app.kept where id > 10`)
    const { aside } = await restore({ file, at: '2026-03-02T08:00:00Z', home })
    await serving(home, async (sql, urls) => {
      const now = await holding(sql)
      expect(now?.n).toBe(manifest.contents.rows['app.kept']?.count)
      expect(now?.last).toBe(now?.n)
      const web = postgres(urls.web, { max: 1 })
      expect(await web`select 1 as one`.finally(() => web.end())).toHaveLength(1)
    })
    expect(fs.existsSync(path.join(aside ?? '', 'PG_VERSION'))).toBe(true)
  })

  test('is restored on another machine, which has passwords of its own', async () => {
    const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstep-other-'))
    fs.chmodSync(elsewhere, 0o711)
    try {
      expect((await restore({ file, at: madeAt, home: elsewhere })).photos).toBe(1)
      expect(fs.readFileSync(photoAt(elsewhere), 'utf8')).toBe(photo.bytes)
      expect(fs.existsSync(path.join(elsewhere, 'postgres', 'data', 'doorstep-photos'))).toBe(false)
      await serving(elsewhere, async (sql, urls) => {
        expect((await holding(sql))?.n).toBe(manifest.contents.rows['app.kept']?.count)
        const web = postgres(urls.web, { max: 1 })
        await expect(web`select count(*) from app.practice`.finally(() => web.end())).resolves.toHaveLength(1)
      })
    } finally {
      fs.rmSync(elsewhere, { recursive: true, force: true })
    }
  })

  test('does not bring back who was erased since, in its rows or its photos', async () => {
    const [practiceId, clientId, id] = [randomUUID(), randomUUID(), randomUUID()]
    const older = path.join(home, 'older.tar.gz')
    const name = `${practiceId}/${'0b'.repeat(16)}.webp`
    const file = path.join(home, 'photos', name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, 'a cat')
    await serving(home, async (sql) => {
      await sql`insert into app.practice (id, name, zone) values (${practiceId}, 'Slow Door', 'Europe/Vienna')`
      await sql`insert into app.client (practice_id, id, name, zone) values (${practiceId}, ${clientId}, 'Berger', 'Europe/Vienna')`
      await sql`insert into app.contact (practice_id, client_id, name) values (${practiceId}, ${clientId}, 'Lena Berger')`
      const [cat] = await sql<{ id: string }[]>`insert into app.animal (practice_id, client_id, name, species)
        values (${practiceId}, ${clientId}, 'Moth', 'cat') returning id`
      await sql`insert into app.photo (practice_id, animal_id, storage_key, sha256, width, height, byte_size, added_by)
        values (${practiceId}, ${cat?.id ?? ''}, ${name}, 'x', 8, 8, 5, ${practiceId})`
      await backUp({ file: older, madeAt, home })
    })
    fs.rmSync(file)
    const line = { practiceId, id, clientId, pseudonym: 'Erased 2026-03 #1', at: madeAt }
    keepInLedger([line], erasureLedger(home))
    await restore({ file: older, at: '2026-03-03T08:00:00Z', home })
    await serving(home, async (sql) => {
      expect(await sql`select name from app.client`).toMatchObject([{ name: 'Erased 2026-03 #1' }])
      expect(await sql`select id from app.contact`).toHaveLength(0)
      expect(await sql`select state, pseudonym from app.erasure`).toMatchObject([{ state: 'done' }])
    })
    expect(fs.existsSync(file)).toBe(false)
  })

  test('is not restored over a server in use', () =>
    serving(home, async (sql) => {
      const before = await holding(sql)
      await expect(restore({ file, at: madeAt, home })).rejects.toThrow(/is running/)
      expect(await holding(sql)).toEqual(before)
    }))
})

describe('a damaged backup', () => {
  const damaged: [string, (whole: Buffer) => Buffer][] = [
    ['cut in half', (whole) => whole.subarray(0, whole.length / 2)],
    ['without its last kilobyte', (whole) => whole.subarray(0, -1024)],
    ['without its seal', (whole) => whole.subarray(0, whole.lastIndexOf(Buffer.from([0x1f, 0x8b, 8])))],
    ['with one byte changed', (whole) => flip(whole, Math.floor(whole.length / 3))],
    ['with one byte of its seal changed', (whole) => flip(whole, whole.length - 600)],
    ['that is empty', () => Buffer.alloc(0)],
    ['that is something else', () => Buffer.from('a shopping list')],
  ]
  test.each(damaged)('%s is refused, and leaves nothing behind', async (_, damage) => {
    const before = fs.readdirSync(path.join(home, 'postgres')).sort()
    const broken = path.join(home, 'broken.tar.gz')
    fs.writeFileSync(broken, damage(fs.readFileSync(file)))
    await expect(restore({ file: broken, at: madeAt, home })).rejects.toThrow(/broken\.tar\.gz/)
    expect(fs.readdirSync(path.join(home, 'postgres')).sort()).toEqual(before)
    expect((await serving(home, holding))?.n).toBe(manifest.contents.rows['app.kept']?.count)
  })

  test('a restore that was killed between its two renames is undone by the next start', async () => {
    const before = await serving(home, holding)
    const folder = path.join(home, 'postgres')
    fs.renameSync(path.join(folder, 'data'), path.join(folder, 'data.before-restore-20990101T000000Z'))
    expect(await serving(home, holding)).toEqual(before)
  })
})

function flip(whole: Buffer, at: number): Buffer {
  const copy = Buffer.from(whole)
  copy[at] = (copy[at] ?? 0) ^ 0x55
  return copy
}
