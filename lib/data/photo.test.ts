import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeWorld, type World } from '@/db/factories/world'
import * as schema from '@/db/schema'
import { photoFolder } from '@/lib/env'
import { NotFound } from '@/lib/domain/result/result'
import type { Viewer } from '@/lib/domain/access/viewer'
import { safetyItemSchema } from '@/lib/domain/safety/forms'
import { consentSchema } from '@/lib/domain/client/schema'
import { recordConsent } from './consent'
import { addPhoto, openPhoto } from './photo'
import { recordSafetyItem, safetyHistory, safetyOf } from './safety'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const telling = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#a73' } })
  .withExif({ IFD0: { Make: 'TellTale' }, IFD3: { GPSLatitude: '55/1 57/1 0/1' } })
  .jpeg()
  .toBuffer()
const agree = (clientId: string, kind: string, given: boolean, on = '2026-05-01') =>
  recordConsent(
    world.consultant,
    consentSchema.parse({ clientId, kind, given: given ? 'yes' : 'no', givenOn: on, givenBy: 'Lena' }),
    now,
  )
const photoBytes = async (viewer: Viewer, photoId: string) => (await openPhoto(viewer, photoId)).whole()
const add = async (animalId: string, bytes: Uint8Array = telling) => {
  const kept = await addPhoto(world.consultant, { animalId, bytes }, now)
  if (!kept.ok) throw new Error(kept.reason)
  return kept.value
}

test('a photo is kept without its metadata under a name that tells nothing, with its sum in the database', async () => {
  const { clientId, animalId, guardian } = await makeHousehold(world)
  await agree(clientId, 'photos', true)
  const { photoId, width, height } = await add(animalId)
  expect([width, height]).toEqual([2048, 1024])
  const [row] = await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.select().from(schema.photo),
  )
  expect(row).toMatchObject({ id: photoId, animalId, width, height, addedBy: world.consultant.memberId })
  expect(row?.storageKey).toMatch(/^[0-9a-f-]{36}\/[0-9a-f]{32}\.webp$/)
  const stored = fs.readFileSync(path.join(photoFolder(), row?.storageKey ?? ''))
  expect(stored.length).toBe(row?.byteSize)
  expect(createHash('sha256').update(stored).digest('hex')).toBe(row?.sha256)
  for (const mark of ['Exif', 'EXIF', 'GPS', 'TellTale', 'ICCP', 'XMP '])
    expect(stored.includes(mark), mark).toBe(false)
  expect((await photoBytes(world.assistant, photoId)).equals(stored)).toBe(true)
  expect((await photoBytes(guardian, photoId)).equals(stored)).toBe(true)

  const elsewhere = await makeWorld()
  const other = await makeHousehold(world, { name: 'Other' })
  for (const stranger of [elsewhere.boss, other.guardian])
    await expect(photoBytes(stranger, photoId)).rejects.toThrow(NotFound)
  await expect(photoBytes(world.boss, 'not-an-id')).rejects.toThrow(NotFound)
  fs.rmSync(path.join(photoFolder(), row?.storageKey ?? ''))
  await expect(photoBytes(world.boss, photoId)).rejects.toThrow(NotFound)
})

test('without the household’s yes there is no photo, and their last word counts', async () => {
  const { clientId, animalId } = await makeHousehold(world)
  const attempt = () => addPhoto(world.consultant, { animalId, bytes: telling }, now)
  const no = { ok: false, reason: 'photo.refusal.notAgreed' }
  const allowed = async () => (await safetyOf(world.consultant, animalId, now)).photosAllowed
  expect(await attempt()).toEqual(no)
  await agree(clientId, 'recording', true)
  expect(await attempt()).toMatchObject({ ok: true })
  await agree(clientId, 'photos', false, '2026-05-02')
  expect(await attempt()).toEqual(no)
  expect(await allowed()).toBe(false)
  await agree(clientId, 'photos', true, '2026-05-03')
  expect(await attempt()).toMatchObject({ ok: true })
  await agree(clientId, 'recording', false, '2026-05-04')
  expect(await allowed()).toBe(true)
  expect(await addPhoto(world.assistant, { animalId, bytes: telling }, now)).toMatchObject({
    reason: 'errors.notAllowed',
  })
})

test('a file that is no photo leaves nothing behind', async () => {
  const { clientId, animalId } = await makeHousehold(world)
  await agree(clientId, 'photos', true)
  const folder = path.join(photoFolder(), world.practiceId)
  const before = fs.existsSync(folder) ? fs.readdirSync(folder) : []
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
  for (const [bytes, reason] of [
    [svg, 'notAPicture'],
    [Buffer.alloc(0), 'empty'],
    [telling.subarray(0, telling.length / 2), 'broken'],
  ] as const)
    expect(await addPhoto(world.consultant, { animalId, bytes }, now)).toEqual({
      ok: false,
      reason: `photo.refusal.${reason}`,
    })
  expect(fs.existsSync(folder) ? fs.readdirSync(folder) : []).toEqual(before)
})

test('a record rests on a photo of its own animal only', async () => {
  const { clientId, animalId } = await makeHousehold(world)
  const housemate = await makeHousehold(world)
  await agree(clientId, 'photos', true)
  const { photoId } = await add(animalId)
  const tick = (of: string) =>
    recordSafetyItem(
      world.consultant,
      safetyItemSchema.parse({ animalId: of, item: 'microchip', photoId }),
      now,
    )
  expect(await tick(housemate.animalId)).toMatchObject({ fields: { photoId: 'photo.refusal.gone' } })
  expect(await tick(animalId)).toMatchObject({ ok: true })
  expect(await safetyHistory(world.consultant, animalId, 'microchip')).toMatchObject([
    { photoId, seenBy: 'Jonas Weiss', by: 'Jonas Weiss', withdrawn: null },
  ])
})
