import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeWorld, type Household, type World } from '@/db/factories/world'
import * as schema from '@/db/schema'
import { withEveryAnimal } from '@/lib/auth/every-animal'
import { lookAtHome } from '@/lib/data/home-look'
import { addPhoto } from '@/lib/data/photo'
import { householdDataSchema, type HouseholdData } from '@/lib/domain/household-data/schema'
import { makeTarget } from '@/lib/data/strangers/target'
import { newPhotoKey } from '@/lib/storage/key'
import { contentOf, photoStorage } from '@/lib/storage/storage'
import { householdZip } from './household-zip'
import { oneAtATime } from './one-at-a-time'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

/** The zip's files as another program reads them. */
async function opened(household: Household): Promise<Record<string, Uint8Array>> {
  const parts: Uint8Array[] = []
  const zip = await householdZip(household.guardian, now)
  for await (const part of zip as unknown as AsyncIterable<Uint8Array>) parts.push(part)
  return unzipSync(Buffer.concat(parts))
}

test('an animal that was put away is taken along, and no other home’s', async () => {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  await makeHousehold(world, { animal: 'Else' })
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.update(schema.animal).set({ archivedAt: now }).where(eq(schema.animal.id, household.animalId)),
  )
  const whole = await withEveryAnimal(household.seenBy([]))
  expect(whole.animalIds).toEqual([household.animalId])
  expect(jsonOf(await opened({ ...household, guardian: whole })).animals).toMatchObject([{ name: 'Moth' }])
})

const jsonOf = (files: Record<string, Uint8Array>): HouseholdData =>
  householdDataSchema.parse(JSON.parse(strFromU8(files['household.json'] ?? new Uint8Array())))

const formula = '=HYPERLINK("http://bad.example","look")'

async function logged(world: World, { animalId, guardian }: Household, planId: string, note: string) {
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.insert(schema.session).values({
      ...{ practiceId: world.practiceId, id: randomUUID(), animalId, planId, stageKey: 'C3', note },
      ...{ source: 'owner', recordedBy: guardian.userId, recordedByName: guardian.name, stress: 1 },
      ...{ day: Temporal.PlainDate.from('2026-05-12'), startedAt: now, zone: world.zone },
    }),
  )
}

let files: Record<string, Uint8Array>
let target: Awaited<ReturnType<typeof makeTarget>>
let picture: Buffer

beforeAll(async () => {
  target = await makeTarget()
  const { world, household, planId } = target
  const { practiceId } = world
  await logged(world, household, planId, formula)
  picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a73' } })
    .png()
    .toBuffer()
  const added = await addPhoto(world.consultant, { animalId: household.animalId, bytes: picture }, now)
  if (!added.ok) throw new Error(added.reason)
  await inTransaction({ practiceId, role: 'system' }, async (tx) => {
    await tx.insert(schema.door).values({
      ...{ practiceId, clientId: household.clientId, know: 'PRIVATE-door', changedBy: world.boss.memberId },
    })
    await tx.insert(schema.doorCode).values({
      ...{ practiceId, clientId: household.clientId, sealed: 'PRIVATE-code', writtenBy: world.boss.memberId },
    })
    // The target's photo has no file.
    await tx
      .update(schema.photo)
      .set({ removedAt: now, removedBy: world.boss.memberId })
      .where(eq(schema.photo.storageKey, 'nowhere'))
    await tx.update(schema.client).set({ notes: 'PRIVATE-notes' })
    await tx.update(schema.animal).set({ notes: 'PRIVATE-animal' })
  })
  const neighbour = await makeHousehold(world, { name: 'Neighbourmark', animal: 'Neighbourcat' })
  await logged(world, neighbour, await makePlan(world, neighbour), 'Neighbournote')
  await lookAtHome(household.guardian, now)
  await lookAtHome(neighbour.guardian, now.subtract({ hours: 3 }))
  files = await opened(household)
})

test('another program opens the zip: a word to the reader, the data with its schema, tables, paper and photos', async () => {
  const names = Object.keys(files)
  expect(names.slice(0, 3)).toEqual(['READ-ME.txt', 'household.json', 'household.schema.json'])
  expect(names).toEqual(
    expect.arrayContaining(['sessions.csv', 'visits.csv', 'measures.csv', 'obstacles.csv']),
  )
  expect(strFromU8(files['READ-ME.txt'] ?? new Uint8Array())).toContain('Everything about Berger')
  const pdf = names.find((name) => name.startsWith('summaries/')) ?? ''
  expect(strFromU8((files[pdf] ?? new Uint8Array()).subarray(0, 5))).toBe('%PDF-')
  const photo = names.find((name) => /^photos\/2026-05-14-Moth-[0-9a-f]{8}\.webp$/.test(name)) ?? ''
  expect((await sharp(Buffer.from(files[photo] ?? new Uint8Array())).metadata()).width).toBe(40)
})

test('every row of the household that its people may read is in it, and nothing of anybody else', async () => {
  const data = jsonOf(files)
  const { household } = target
  const { practiceId } = target.world
  const count = (rows: readonly unknown[]) => rows.length
  expect(data.household.name).toBe('Berger')
  expect(data.looks).toMatchObject([{ seenAt: now.toString() }])
  expect(data.sessions.map(({ note }) => note)).toEqual(expect.arrayContaining([formula]))
  const counted: Record<string, readonly unknown[]> = { ...(data as unknown as Record<string, unknown[]>) }
  const expected = await inTransaction({ practiceId, role: 'system' }, async (tx) => ({
    people: await tx.$count(schema.contact),
    consents: await tx.$count(schema.consent),
    measures: await tx.$count(schema.measure),
    harnessFits: await tx.$count(schema.fitRecord),
    homework: await tx.$count(schema.homework),
    safety: await tx.$count(schema.safetyRecord),
    vetFlags: await tx.$count(schema.vetFlag),
    vetLetters: await tx.$count(schema.vetLetter),
    shareLinks: await tx.$count(schema.shareLink),
    visits: await tx.$count(schema.visit),
    visitRequests: await tx.$count(schema.visitRequest),
    waiting: await tx.$count(schema.waiting),
    waitingOffers: await tx.$count(schema.waitingOffer),
    sessions: await tx.$count(schema.session),
    plans: await tx.$count(schema.plan),
    stages: await tx.$count(schema.stageEntry),
  }))
  // The neighbour has one person, one session, one plan and its first stage.
  for (const kind of ['people', 'sessions', 'plans', 'stages'] as const) expected[kind] -= 1
  for (const [kind, rows] of Object.entries(expected)) expect(count(counted[kind] ?? []), kind).toBe(rows)
  expect(data.summaries).toMatchObject([
    { letter: 'Well done.', additions: [{ body: 'It was the left paw.' }] },
  ])

  const whole = Object.values(files)
    .map((bytes) => Buffer.from(bytes).toString('latin1'))
    .join('\n')
  for (const mark of ['Neighbour', 'PRIVATE', 'The neighbour is loud', 'sl_'])
    expect(whole.includes(mark), mark).toBe(false)
  expect(whole).toContain(household.email)
})

test('a formula that somebody wrote stays text in a spreadsheet', () => {
  const csv = strFromU8(files['sessions.csv'] ?? new Uint8Array())
  expect(csv).toContain(`"'=HYPERLINK(""http://bad.example""`)
  expect(csv).not.toMatch(/(^|,)"?=HYPERLINK/m)
})

test('five hundred photos pass through without being kept in memory', async () => {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  const bytes = Buffer.alloc(1024 * 1024, 7)
  const keys = Array.from({ length: 500 }, () => newPhotoKey(world.practiceId))
  for (const key of keys) await photoStorage().put(key, contentOf(bytes))
  await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.insert(schema.photo).values(
      keys.map((storageKey) => ({
        ...{ practiceId: world.practiceId, animalId: household.animalId, storageKey, sha256: 'a'.repeat(64) },
        ...{ width: 8, height: 8, byteSize: bytes.length, addedBy: world.boss.memberId },
      })),
    ),
  )
  const [before, began] = [process.memoryUsage().rss, performance.now()]
  let [most, size] = [0, 0]
  const zip = await householdZip(household.guardian, now)
  for await (const part of zip as unknown as AsyncIterable<Uint8Array>) {
    size += part.length
    most = Math.max(most, process.memoryUsage().rss)
  }
  for (const key of keys) await photoStorage().remove(key)
  expect(size).toBeGreaterThan(500 * bytes.length)
  const grown = Math.round((most - before) / 1024 / 1024)
  process.stdout.write(
    `a zip of ${Math.round(size / 1e6)} MB: ${grown} MB more, ${Math.round(performance.now() - began)} ms\n`,
  )
  expect(grown).toBeLessThan(150)
})

test('one download of a household at a time, until it is read or given up', async () => {
  const turn = oneAtATime('a')
  expect(oneAtATime('a')).toBeNull()
  const stream = turn?.until(new ReadableStream({ pull: (c) => c.enqueue(new Uint8Array(1)) }))
  await stream?.cancel()
  const next = oneAtATime('a')
  expect(next).not.toBeNull()
  for await (const part of next?.until(
    new Blob(['x']).stream() as ReadableStream<Uint8Array>,
  ) as unknown as AsyncIterable<Uint8Array>)
    expect(part.length).toBe(1)
  expect(oneAtATime('a')).not.toBeNull()
})
