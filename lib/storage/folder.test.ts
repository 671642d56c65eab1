import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { folderStorage } from './folder'
import { newPhotoKey } from './key'
import { contentOf } from './storage'

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
