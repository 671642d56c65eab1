import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, expect, test } from 'vitest'
import { folderStorage } from './folder'
import { newPhotoKey } from './key'
import { contentOf } from './storage'
import { listed } from './testing/listed'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstep-photos-'))
const storage = folderStorage(root)
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

test('bytes come back, appear whole, are nobody else’s to read, and are forgotten', async () => {
  const key = newPhotoKey(randomUUID())
  expect(await storage.get(key)).toBeNull()
  await storage.put(key, contentOf(Buffer.from('a picture')))
  expect((await storage.get(key))?.toString()).toBe('a picture')
  const part = await storage.part(key, 2, 4)
  expect(await textOf(part ?? [])).toBe('pic')
  expect(await storage.part(newPhotoKey(randomUUID()), 0, 1)).toBeNull()
  expect(fs.statSync(path.join(root, key)).mode & 0o077).toBe(0)
  expect(fs.readdirSync(path.dirname(path.join(root, key)))).toHaveLength(1)
  await expect(storage.put(key, contentOf(Buffer.from('another')))).rejects.toThrow(/EEXIST/)
  await storage.remove(key)
  await storage.remove(key)
  expect(await storage.get(key)).toBeNull()
})

test('what has been kept for a while is told, what a cut-off write left is cleared away', async () => {
  const before = (seconds: number) => Temporal.Now.instant().subtract({ seconds })
  const [old, young] = [newPhotoKey(randomUUID()), newPhotoKey(randomUUID())]
  for (const key of [old, young]) await storage.put(key, contentOf(Buffer.from('a picture')))
  const scrap = path.join(root, `${young}.0a1b2c3d.part`)
  for (const place of [scrap, path.join(root, 'strange'), path.join(root, path.dirname(old), 'notes.txt')])
    fs.writeFileSync(place, 'half a')
  expect(await listed(storage, before(60))).toEqual([])
  const hourAgo = before(3600).epochMilliseconds / 1000
  for (const place of [old, `${young}.0a1b2c3d.part`, `${path.dirname(old)}/notes.txt`])
    fs.utimesSync(path.join(root, place), hourAgo, hourAgo)
  expect(await listed(storage, before(60))).toEqual([old])
  expect(fs.existsSync(scrap)).toBe(false)
  expect(await listed(folderStorage(`${root}-nowhere`), before(0))).toEqual([])
})

test('no name leads out of the folder', async () => {
  const practice = randomUUID()
  const ways = ['../secret.webp', `${practice}/../../etc/passwd`, `${practice}/photo.webp`, '/etc/passwd', '']
  for (const key of ways) await expect(async () => storage.get(key)).rejects.toThrow(/strange name/)
})

async function textOf(parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  let said = ''
  for await (const part of parts) said += Buffer.from(part).toString()
  return said
}
