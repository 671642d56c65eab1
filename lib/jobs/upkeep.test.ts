import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { afterAll, expect, test, vi } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makeVisit, makeWorld } from '@/db/factories/world'
import { photo, threadPhoto } from '@/db/schema'
import { recordConsent } from '@/lib/data/consent'
import { addPhoto } from '@/lib/data/photo'
import { threadOf, writeToThread } from '@/lib/data/thread'
import { addThreadPhoto } from '@/lib/data/thread-photo'
import { removePhoto } from '@/lib/data/visit-photos'
import { consentSchema } from '@/lib/domain/client/schema'
import { newPhotoKey, smallOf } from '@/lib/storage/key'
import { contentOf, photoStorage } from '@/lib/storage/storage'
import { forgetLostPhotos } from './upkeep'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstep-lost-photos-'))
vi.stubEnv('PHOTO_FOLDER', folder)
afterAll(() => {
  vi.unstubAllEnvs()
  fs.rmSync(folder, { recursive: true, force: true })
})

test('a file without a photo is forgotten after a day; what a photo leads to is never', async () => {
  const now = Temporal.Now.instant()
  const world = await makeWorld()
  const household = await makeHousehold(world)
  const { clientId, animalId } = household
  const visitId = await makeVisit(world, household)
  const yes = { clientId, kind: 'photos', given: 'yes', givenBy: 'Lena', givenOn: '2026-05-01' }
  await recordConsent(world.consultant, consentSchema.parse(yes), now)
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a73' } })
    .jpeg()
    .toBuffer()
  const add = async () => {
    const made = await addPhoto(world.consultant, { animalId, visitId, bytes }, now)
    if (!made.ok) throw new Error(made.reason)
    const [row] = await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
      tx.select({ key: photo.storageKey }).from(photo).where(eq(photo.id, made.value.photoId)),
    )
    return { photoId: made.value.photoId, key: row?.key ?? '' }
  }
  const put = (practiceId: string) => {
    const key = newPhotoKey(practiceId)
    return photoStorage()
      .put(key, contentOf(bytes))
      .then(() => key)
  }
  const isThere = (key: string) => fs.existsSync(path.join(folder, key))

  const kept = await add()
  const taken = await add()
  await removePhoto(world.consultant, { photoId: taken.photoId }, now)
  for (const key of [taken.key, smallOf(taken.key)]) await photoStorage().put(key, contentOf(bytes))
  const lost = await put(world.practiceId)
  const ofSomebodyElse = await put(randomUUID())
  const all = [kept.key, smallOf(kept.key), taken.key, smallOf(taken.key), lost, ofSomebodyElse]

  await forgetLostPhotos(now.add({ hours: 23 }))
  expect(all.filter((key) => !isThere(key))).toEqual([])
  const young = await put(world.practiceId)
  const tomorrow = now.add({ hours: 25 })
  fs.utimesSync(
    path.join(folder, young),
    tomorrow.epochMilliseconds / 1000,
    tomorrow.epochMilliseconds / 1000,
  )
  await forgetLostPhotos(tomorrow)
  expect([...all, young].filter(isThere)).toEqual([kept.key, smallOf(kept.key), ofSomebodyElse, young])
})

test('a photo that no message took along goes after a day, row and file; one that was sent stays', async () => {
  const now = Temporal.Now.instant()
  const world = await makeWorld()
  const { practiceId } = world
  const { clientId, guardian } = await makeHousehold(world)
  const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#37a' } })
    .jpeg()
    .toBuffer()
  const add = async (hoursAgo: number) => {
    const at = now.subtract({ hours: hoursAgo })
    const made = await addThreadPhoto(guardian, { clientId, bytes }, at)
    if (!made.ok) throw new Error(made.reason)
    const { photoId } = made.value
    const [row] = await photos(photoId)
    const file = path.join(folder, row?.key ?? '')
    for (const one of [file, smallOf(file)])
      if (fs.existsSync(one)) fs.utimesSync(one, at.epochMilliseconds / 1000, at.epochMilliseconds / 1000)
    return { photoId, file, at }
  }
  const photos = (id: string) =>
    inTransaction({ practiceId, role: 'system' }, (tx) =>
      tx.select({ key: threadPhoto.storageKey }).from(threadPhoto).where(eq(threadPhoto.id, id)),
    )
  const write = async (photoId: string, at: Temporal.Instant) => {
    const { sendKey: key } = await threadOf(guardian, { clientId }, at)
    return writeToThread(guardian, { clientId, key, words: 'Look at her', photoId }, at)
  }
  const [sent, never, young] = [await add(30), await add(30), await add(20)]
  expect(await write(sent.photoId, sent.at)).toMatchObject({ ok: true })

  await forgetLostPhotos(now)
  const left = async () =>
    Promise.all(
      [sent, never, young].map(async ({ photoId, file }) => [
        (await photos(photoId)).length,
        fs.existsSync(file),
      ]),
    )
  expect(await left()).toEqual([
    [1, true],
    [0, false],
    [1, true],
  ])
  expect(await write(never.photoId, now)).toMatchObject({ ok: false, reason: 'thread.form.lost' })
  expect(await write(young.photoId, now)).toMatchObject({ ok: true })
})

test('nobody but upkeep takes a photo out of a thread', async () => {
  const world = await makeWorld()
  const { clientId, guardian } = await makeHousehold(world)
  const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#37a' } })
    .jpeg()
    .toBuffer()
  const long = Temporal.Now.instant().subtract({ hours: 72 })
  const made = await addThreadPhoto(guardian, { clientId, bytes }, long)
  if (!made.ok) throw new Error(made.reason)
  const { practiceId } = world
  const taken = await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx.delete(threadPhoto).where(eq(threadPhoto.id, made.value.photoId)).returning({ id: threadPhoto.id }),
  )
  expect(taken).toEqual([])
})
