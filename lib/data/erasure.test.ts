import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import sharp from 'sharp'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { namingTables, nameEverywhere } from '@/db/factories/name-everywhere'
import { makeHousehold } from '@/db/factories/world'
import { eraseAgain, keepLedger } from '@/lib/jobs/erasures'
import { now as clock } from '@/lib/clock'
import { forgetLostPhotos } from '@/lib/jobs/upkeep'
import { photoFolder } from '@/lib/env'
import { readLedger } from '@/lib/storage/erasure-ledger'
import {
  askErasure,
  confirmErasure,
  erasureOf,
  ownErasureOf,
  refuseErasure,
  withdrawErasure,
} from './erasure'
import { clientFacts } from './client'
import { restoreClient } from './client-change'
import { addPhoto } from './photo'
import { makeTarget } from './strangers/target'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const admin = postgres(process.env.MIGRATION_DATABASE_URL ?? '', { max: 2, onnotice: () => undefined })
const worker = postgres(process.env.WORKER_DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstep-ledger-'))
const ledger = () => path.join(folder, 'erasures.jsonl')
afterAll(async () => {
  vi.unstubAllEnvs()
  fs.rmSync(folder, { recursive: true, force: true })
  await Promise.all([admin.end(), worker.end()])
})
beforeEach(() => {
  vi.stubEnv('ERASURE_LEDGER', ledger())
  fs.rmSync(ledger(), { force: true })
})

type Target = Awaited<ReturnType<typeof makeTarget>>

/** Columns whose words are closed sets, keys, or made by the database. */
const closed =
  /^(kind|state|status|source|species|zone|place|key|stage_key|from_stage_key|verb|noun|viewer_kind|sign|item|scope|format|style|condition|rule_set|recommendation|why|cause|obstacle|tap|occurrence|mark|from_place|decision|day|at|from_time|until_time|storage_key|sha256|hash|content_hash|signed_zone|born_precision|sex|neutering|origin|goal_risk|town_key|search|dedupe_key|message_id|token_prefix|field|sent_sha256|dropped_why|outcome|pseudonym|identifier|locale|send_key|units|urgent|use|endpoint)$/

/** The canary: every free word of every row of the practice says it, so that whatever is left over is found. */
async function mark({ world: { practiceId } }: Target): Promise<void> {
  const columns = await admin<{ table: string; column: string }[]>`
    select table_name as table, column_name as column from information_schema.columns c
    where table_schema = 'app' and data_type = 'text' and is_generated = 'NEVER' and exists (
      select 1 from information_schema.columns p where p.table_schema = 'app' and p.table_name = c.table_name
        and p.column_name = 'practice_id')
      and table_name not in ('practice', 'member', 'service', 'protocol', 'protocol_draft', 'snippet', 'closing_day',
        'time_off', 'working_exception', 'audit_event', 'erasure', 'calendar_feed', 'mail_stop_link', 'geocoded', 'route_time')`
  await admin.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    for (const { table, column } of columns.filter(({ column }) => !closed.test(column)))
      await tx`update app.${tx(table)} set ${tx(column)} = 'CANARY' where practice_id = ${practiceId} and ${tx(column)} is not null`
    await tx`update app.note set body = jsonb_build_object('letter', 'CANARY', 'list', jsonb_build_array('CANARY')) where practice_id = ${practiceId}`
    await tx`update app.client set search = 'CANARY', lat = 55.953251, lng = -3.188267, name = 'CANARY' where practice_id = ${practiceId}`
  })
}

/** Tables that still hold the mark, and how many rows. */
async function found({ world: { practiceId } }: Target, mark: string): Promise<string[]> {
  const tables = await admin<{ name: string }[]>`
    select distinct table_name as name from information_schema.columns where table_schema = 'app'`
  const left: string[] = []
  for (const { name } of tables) {
    const [row] = await admin`select count(*)::int as n from app.${admin(name)} t
      where t::text like ${`%${mark}%`} and (to_jsonb(t)->>'practice_id' is null or to_jsonb(t)->>'practice_id' = ${practiceId})`
    if (row?.n) left.push(`${name}: ${row.n}`)
  }
  return left
}

/** Of the tables whose rows can name a household: the account of visits, which is nobody's then, and what is the practice's. */
const keptAfterErasure = 'amendment audit_event erasure member note sync_receipt visit visit_series'.split(
  ' ',
)

/** Those of the tables that have a row of the practice. */
async function namedIn(practiceId: string, tables: ReadonlyMap<string, unknown>): Promise<string[]> {
  const parts = [...tables.keys()].map(
    (name) =>
      `select '${name}' as name where exists (select 1 from app."${name}" where practice_id = '${practiceId}')`,
  )
  const rows = await admin.unsafe<{ name: string }[]>(parts.join(' union all '))
  return rows.map(({ name }) => name).sort()
}

const keyOf = (practiceId: string) => `${practiceId}/${randomBytes(16).toString('hex')}.webp`

async function asked(target: Target): Promise<string> {
  const { household, world } = target
  await askErasure(household.guardian, household, now)
  const { practiceId } = world
  await admin`update app.visit set status = 'done' where practice_id = ${practiceId}`
  await admin`update app.photo set storage_key = ${keyOf(practiceId)} where practice_id = ${practiceId} and storage_key = 'nowhere'`
  return (await erasureOf(world.boss, household.clientId, now))?.id ?? ''
}

test('the main person asks, takes it back, asks again and reads why not', async () => {
  const { household, world } = await makeTarget()
  const { guardian, clientId } = household
  expect(await ownErasureOf(guardian, clientId)).toMatchObject({
    household: 'Berger',
    mayAsk: true,
    latest: null,
  })
  await askErasure(guardian, { clientId }, now)
  await askErasure(guardian, { clientId }, now)
  const first = await erasureOf(world.assistant, clientId, now)
  expect(first).toMatchObject({ askedBy: 'Lena Berger' })
  const id = first?.id ?? ''
  await withdrawErasure(guardian, { id }, now)
  await expect(withdrawErasure(guardian, { id }, now)).rejects.toThrow()
  expect(await erasureOf(world.boss, clientId, now)).toBeNull()

  await askErasure(guardian, { clientId }, now.add({ hours: 1 }))
  const again = (await erasureOf(world.boss, clientId, now))?.id ?? ''
  const no = { id: again, reason: 'An invoice is open until June.' }
  expect(await refuseErasure(world.consultant, no, now)).toMatchObject({ reason: 'errors.notAllowed' })
  expect(await refuseErasure(world.boss, no, now)).toMatchObject({ ok: true })
  expect((await ownErasureOf(guardian, clientId)).latest).toMatchObject({
    state: 'refused',
    answer: no.reason,
  })
})

test('it is confirmed by who runs the practice, with the name, and not while visits are booked', async () => {
  const target = await makeTarget()
  const { household, world } = target
  await askErasure(household.guardian, household, now)
  const { id = '', visitsAhead } = (await erasureOf(world.boss, household.clientId, now)) ?? {}
  expect(visitsAhead).toBe(1)
  const confirm = { id, name: 'Berger' }
  expect(await confirmErasure(world.consultant, confirm, now)).toMatchObject({ reason: 'errors.notAllowed' })
  expect(await confirmErasure(world.boss, confirm, now)).toMatchObject({ reason: 'data.refusal.visitsAhead' })
  await admin`update app.visit set status = 'done' where practice_id = ${world.practiceId}`
  await admin`delete from app.safety_record where practice_id = ${world.practiceId}`
  await admin`delete from app.photo where practice_id = ${world.practiceId}`
  expect(await confirmErasure(world.boss, { id, name: 'Bergen' }, now)).toMatchObject({
    fields: { name: 'data.refusal.otherName' },
  })
  expect(await confirmErasure(world.boss, { id, name: ' berger ' }, now)).toMatchObject({ ok: true })
})

test('every word of the household goes from every table, and its files; what the law keeps is nobody’s', async () => {
  const target = await makeTarget()
  const { household, world } = target
  const { practiceId } = world
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#884' } })
    .png()
    .toBuffer()
  expect(await addPhoto(world.consultant, { animalId: household.animalId, bytes }, now)).toMatchObject({
    ok: true,
  })
  await mark(target)
  const neighbour = await makeHousehold(world, { name: 'Neighbour' })
  expect((await found(target, 'CANARY')).length).toBeGreaterThan(15)
  const id = await asked(target)
  const [before] = await admin`select content_hash from app.note where practice_id = ${practiceId}`
  expect(await confirmErasure(world.boss, { id, name: 'CANARY' }, now)).toMatchObject({ ok: true })

  expect(await found(target, 'CANARY')).toEqual([])
  expect(await found(target, household.email)).toEqual([])
  expect(await found(target, household.guardian.userId)).toEqual(['audit_event: 1'])
  const [client] = await admin`select * from app.client where id = ${household.clientId}`
  expect(client).toMatchObject({
    name: 'Erased 2026-05 #1',
    street: '',
    postcode: '',
    lat: 55.95,
    lng: -3.19,
  })
  expect(client?.search).toContain('Erased 2026-05 #1')
  const [visit] = await admin`select * from app.visit where practice_id = ${practiceId}`
  expect(visit).toMatchObject({ status: 'done', client_id: household.clientId, service_id: world.serviceId })
  const [note] = await admin`select * from app.note where practice_id = ${practiceId}`
  expect(note).toMatchObject({
    status: 'signed',
    content_hash: before?.content_hash,
    body: { letter: '', list: [] },
  })
  const [added] = await admin`select * from app.amendment where practice_id = ${practiceId}`
  expect(added).toMatchObject({ body: '', reason: '', hash: '0'.repeat(64) })
  const files = path.join(photoFolder(), practiceId)
  expect(fs.existsSync(files) ? fs.readdirSync(files) : []).toEqual([])
  expect(readLedger()).toMatchObject([{ id, clientId: household.clientId, pseudonym: 'Erased 2026-05 #1' }])
  expect(fs.readFileSync(ledger(), 'utf8')).not.toMatch(/CANARY|Berger/)
  // The neighbour stays.
  expect(await admin`select name from app.client where id = ${neighbour.clientId}`).toMatchObject([
    { name: 'Neighbour' },
  ])
})

test('whoever was erased cannot be taken back', async () => {
  const target = await makeTarget()
  const { household, world } = target
  const { clientId } = household
  await confirmErasure(world.boss, { id: await asked(target), name: 'Berger' }, now)
  expect(await restoreClient(world.boss, { id: clientId })).toMatchObject({ reason: 'client.refusal.erased' })
  expect((await clientFacts(world.boss, clientId)).archivedAt).not.toBeNull()
})

test('who also works here, or belongs to another household, goes on signing in', async () => {
  const target = await makeTarget()
  const { household, world } = target
  const { practiceId } = world
  await admin`update app.contact set user_id = ${world.consultant.userId} where id = ${household.contactId}`
  await confirmErasure(world.boss, { id: await asked(target), name: 'Berger' }, now)
  expect(await admin`select id from app."user" where id = ${world.consultant.userId}`).toHaveLength(1)
  expect(await admin`select id from app.contact where practice_id = ${practiceId}`).toHaveLength(0)
})

test('nobody else erases: not without a wish, not as a household, a colleague, the worker or another practice', async () => {
  const { household, world } = await makeTarget()
  const other = await makeTarget()
  const { clientId, contactId } = household
  const tried = (settings: Parameters<typeof inTransaction>[0], id: string) =>
    inTransaction(settings, (tx) => tx.execute(`select app.erase_household('${id}', 'x')`)).then(
      () => 'erased',
      (error: { cause?: { code?: string } }) => error.cause?.code,
    )
  const { practiceId } = world
  expect(await tried({ practiceId, role: 'owner' }, clientId)).toBe('DS006')
  await askErasure(household.guardian, household, now)
  const id = (await erasureOf(world.boss, clientId, now))?.id ?? ''
  for (const role of ['consultant', 'assistant', 'guardian', 'share', 'feed'])
    expect(await tried({ practiceId, role }, id), role).toBe('DS006')
  expect(await tried({ practiceId: other.world.practiceId, role: 'owner' }, id)).toBe('DS006')
  await expect(worker`select app.erase_household(${id}, 'x')`).rejects.toMatchObject({ code: '42501' })
  // And nobody says that it was done.
  const write = (set: string) =>
    inTransaction({ practiceId, role: 'owner' }, (tx) => tx.execute(`update app.erasure set ${set}`)).then(
      () => 'written',
      (error: { cause?: { code?: string } }) => error.cause?.code,
    )
  expect(await write(`pseudonym = 'x'`)).toBe('42501')
  expect(await write(`state = 'done', answered_at = now()`)).toBe('23514')
  expect(await admin`select id from app.contact where id = ${contactId}`).toHaveLength(1)
})

test('killed after the commit: the night clears the files, the next hour writes the ledger', async () => {
  const target = await makeTarget()
  const { household, world } = target
  const { practiceId } = world
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#884' } })
    .png()
    .toBuffer()
  await addPhoto(world.consultant, { animalId: household.animalId, bytes }, now)
  const id = await asked(target)
  await inTransaction({ practiceId, role: 'owner' }, (tx) =>
    tx.execute(`select app.erase_household('${id}', 'Erased')`),
  )
  expect(fs.readdirSync(path.join(photoFolder(), practiceId))).toHaveLength(2)
  expect(readLedger()).toEqual([])
  await keepLedger()
  expect(readLedger()).toContainEqual(expect.objectContaining({ id, pseudonym: 'Erased' }))
  await forgetLostPhotos(clock().add({ hours: 48 }))
  expect(fs.readdirSync(path.join(photoFolder(), practiceId))).toEqual([])
})

test('what the ledger names is erased again in a database that knows it as it was, once', async () => {
  const target = await makeTarget()
  const { household, world } = target
  const { practiceId } = world
  const { clientId, contactId, animalId, guardian } = household
  const tables = await namingTables(admin)
  const named = { client_id: clientId, contact_id: contactId, animal_id: animalId, visit_id: target.visitId }
  const [note] = await admin`select id from app.note where practice_id = ${practiceId}`
  const before = await namedIn(practiceId, tables)
  const unnamed = new Map([...tables].filter(([name]) => !before.includes(name)))
  await nameEverywhere(admin, unnamed, practiceId, { ...named, note_id: note?.id, user_id: guardian.userId })
  expect(await namedIn(practiceId, tables)).toEqual([...tables.keys()].sort())
  await mark(target)
  const line = {
    ...{ practiceId, id: crypto.randomUUID(), clientId: household.clientId },
    ...{ pseudonym: 'Erased 2026-04 #7', at: now.toString() },
  }
  const elsewhere = { ...line, id: crypto.randomUUID(), clientId: crypto.randomUUID() }
  fs.writeFileSync(ledger(), `${JSON.stringify(line)}\n${JSON.stringify(elsewhere)}\n{"practiceId":"cut of`)
  // The file of its photo, and that of the one in its thread.
  expect(await eraseAgain()).toEqual(['nowhere', 'words'])
  expect(await found(target, 'CANARY')).toEqual([])
  for (const id of [contactId, animalId]) expect(await found(target, id)).toEqual([])
  expect(await namedIn(practiceId, tables)).toEqual(keptAfterErasure)
  expect(await eraseAgain()).toEqual([])
  await keepLedger()
  expect(readLedger().filter(({ id }) => id === line.id)).toHaveLength(1)
})
