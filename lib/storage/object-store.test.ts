import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { makeHousehold, makeWorld } from '@/db/factories/world'
import { recordConsent } from '@/lib/data/consent'
import { addPhoto, openPhoto } from '@/lib/data/photo'
import { consentSchema } from '@/lib/domain/client/schema'
import { objectStore, photoFolder, type ObjectStore } from '@/lib/env'
import { mp4Of } from './film/testing/mp4'
import { newPhotoKey } from './key'
import { objectStorage } from './object-store'
import { contentOf } from './storage'
import { listed } from './testing/listed'

type Server = { run: () => Promise<AddressInfo>; close: () => Promise<void> }
const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as new (options: object) => Server

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstep-s3-'))
const server = new S3rver({
  ...{ port: 0, address: '127.0.0.1', silent: true, directory },
  configureBuckets: [{ name: 'photos' }],
})
let port = 0
beforeAll(async () => {
  port = (await server.run()).port
})
afterAll(async () => {
  await server.close()
  fs.rmSync(directory, { recursive: true, force: true })
})
const at = (path = '/photos', keys = 'S3RVER:S3RVER') =>
  objectStore(`http://${keys}@127.0.0.1:${port}${path}`) as ObjectStore

const bytesOf = async (parts: AsyncIterable<Uint8Array> | null) => {
  const all: Uint8Array[] = []
  for await (const part of parts ?? []) all.push(part)
  return Buffer.concat(all)
}

describe.each(['/photos', '/photos/of/doorstep/'])('a bucket at %s', (bucket) => {
  test('keeps bytes, gives them back whole and in part, and forgets them', async () => {
    const storage = objectStorage(at(bucket))
    const bytes = randomBytes(3_000_000)
    const key = newPhotoKey(randomUUID(), 'mp4')
    expect(await storage.get(key)).toBeNull()
    expect(await storage.part(key, 0, 9)).toBeNull()
    const parts = async function* () {
      for (let from = 0; from < bytes.length; from += 70_000) yield bytes.subarray(from, from + 70_000)
    }
    await storage.put(key, { ...contentOf(bytes), read: parts })
    expect((await storage.get(key))?.equals(bytes)).toBe(true)
    const part = await bytesOf(await storage.part(key, 1000, 2_000_999))
    expect(part.equals(bytes.subarray(1000, 2_001_000))).toBe(true)
    await storage.remove(key)
    await storage.remove(key)
    expect(await storage.get(key)).toBeNull()
  })

  test('tells what it has kept for a while, and nothing that is beside it', async () => {
    const storage = objectStorage(at(bucket))
    const elsewhere = objectStorage(at('/photos/of/somebody/'))
    const keys = Array.from({ length: 3 }, () => newPhotoKey(randomUUID()))
    for (const key of keys) await storage.put(key, contentOf(Buffer.from('a picture')))
    await elsewhere.put(newPhotoKey(randomUUID()), contentOf(Buffer.from('a picture')))
    const ahead = Temporal.Now.instant().add({ hours: 1 })
    const told = async (moment: Temporal.Instant) =>
      (await listed(storage, moment)).filter((key) => keys.includes(key))
    expect((await told(ahead)).sort()).toEqual([...keys].sort())
    expect(await told(ahead.subtract({ hours: 2 }))).toEqual([])
    if (bucket !== '/photos') expect(await listed(storage, ahead)).toHaveLength(3)
  })
})

test('photos and videos of an installation with S3_URL are in its bucket, and nowhere else', async () => {
  const world = await makeWorld()
  const { animalId, clientId } = await makeHousehold(world)
  const said = { clientId, kind: 'recording', given: 'yes', givenBy: 'Lena', givenOn: '2026-05-01' }
  await recordConsent(world.consultant, consentSchema.parse(said), now)
  vi.stubEnv('S3_URL', `http://S3RVER:S3RVER@127.0.0.1:${port}/photos`)
  try {
    const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a73' } })
      .jpeg()
      .toBuffer()
    const opened = async (bytes: Uint8Array) => {
      const kept = await addPhoto(world.consultant, { animalId, bytes }, now)
      if (!kept.ok) throw new Error(kept.reason)
      return openPhoto(world.consultant, kept.value.photoId)
    }
    const photo = await opened(picture)
    expect(await sharp(await photo.whole('small')).metadata()).toMatchObject({ format: 'webp', width: 480 })
    expect((await photo.whole()).length).toBe(photo.size)
    const film = await opened(mp4Of())
    expect((await bytesOf(await film.part(4, 7))).toString()).toBe('ftyp')
    expect(fs.existsSync(path.join(photoFolder(), world.practiceId))).toBe(false)
  } finally {
    vi.unstubAllEnvs()
  }
})

test('a store that does not know us, or has no such bucket, is said so without our keys', async () => {
  const key = newPhotoKey(randomUUID())
  for (const store of [at('/photos', 'S3RVER:wrong-secret'), at('/nowhere')]) {
    const failed = await objectStorage(store)
      .put(key, contentOf(Buffer.from('a picture')))
      .catch((error: unknown) => error)
    expect(String(failed)).toMatch(/answered PUT with 40[34]/)
    expect(String(failed)).not.toMatch(/S3RVER|wrong-secret/)
  }
})

test('a long list comes in parts, each asked for with what the last one said', async () => {
  const keys = [newPhotoKey(randomUUID()), newPhotoKey(randomUUID())]
  const asked: (string | null)[] = []
  const long = http.createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://store')
    asked.push(searchParams.get('continuation-token'))
    const file = `<Contents><Key>of/d/${keys[asked.length - 1]}</Key><LastModified>2026-05-14T08:00:00.000Z</LastModified></Contents>`
    const strange =
      '<Contents><Key>of/d/read.me</Key><LastModified>2026-05-14T08:00:00Z</LastModified></Contents>'
    const next = asked.length === 1 ? '<NextContinuationToken>a&amp;b/+=</NextContinuationToken>' : ''
    response.end(`<ListBucketResult>${strange}${file}${next}</ListBucketResult>`)
  })
  await new Promise<void>((ready) => long.listen(0, '127.0.0.1', ready))
  const { port: its } = long.address() as AddressInfo
  const storage = objectStorage({ ...at(), bucket: new URL(`http://127.0.0.1:${its}/photos/of/d/`) })
  expect(await listed(storage, now.add({ seconds: 1 }))).toEqual(keys)
  expect(asked).toEqual([null, 'a&b/+='])
  await new Promise((closed) => long.close(closed))
})

test('a busy store is asked again, and given up after the third time', async () => {
  let asked = 0
  const busy = http.createServer((_request, response) => {
    asked++
    response.writeHead(asked === 3 ? 200 : 503).end(asked === 3 ? 'at last' : 'slow down')
  })
  await new Promise<void>((ready) => busy.listen(0, '127.0.0.1', ready))
  const { port: its } = busy.address() as AddressInfo
  const storage = objectStorage({ ...at(), bucket: new URL(`http://127.0.0.1:${its}/photos/`) })
  const key = newPhotoKey(randomUUID())
  expect((await storage.get(key))?.toString()).toBe('at last')
  await expect(storage.get(key)).rejects.toThrow('the photo store answered GET with 503')
  expect(asked).toBe(6)
  await new Promise((closed) => busy.close(closed))
  await expect(storage.get(key)).rejects.toThrow('the photo store answered GET with nothing')
})

test.each([
  'photos',
  'ftp://key:secret@host/bucket',
  'https://host/bucket',
  'https://key@host/bucket',
  'https://key:secret@host',
  'https://key:secret@host/',
])('%s is not the address of a store', (said) => {
  expect(() => objectStore(said)).toThrow(/^S3_URL is not an address like/)
})

test('an address says bucket, region and keys; without one there is no store', () => {
  expect(
    objectStore('https://AKIA:a%2Fb%2Bc@s3.eu-central-1.amazonaws.com/photos?region=eu-central-1'),
  ).toEqual({
    bucket: new URL('https://s3.eu-central-1.amazonaws.com/photos/'),
    ...{ region: 'eu-central-1', accessKeyId: 'AKIA', secretAccessKey: 'a/b+c' },
  })
  expect(objectStore('')).toBeUndefined()
})
