import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { folderStorage, newPhotoKey } from './folder'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstep-photos-'))
const storage = folderStorage(root)
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

test('bytes come back, appear whole, are nobody else’s to read, and are forgotten', async () => {
  const key = newPhotoKey(randomUUID())
  expect(await storage.get(key)).toBeNull()
  await storage.put(key, Buffer.from('a picture'))
  expect((await storage.get(key))?.toString()).toBe('a picture')
  expect(fs.statSync(path.join(root, key)).mode & 0o077).toBe(0)
  expect(fs.readdirSync(path.dirname(path.join(root, key)))).toHaveLength(1)
  await expect(storage.put(key, Buffer.from('another'))).rejects.toThrow(/EEXIST/)
  await storage.remove(key)
  await storage.remove(key)
  expect(await storage.get(key)).toBeNull()
})

test('no name leads out of the folder', async () => {
  const practice = randomUUID()
  const ways = ['../secret.webp', `${practice}/../../etc/passwd`, `${practice}/photo.webp`, '/etc/passwd', '']
  for (const key of ways) await expect(async () => storage.get(key)).rejects.toThrow(/strange name/)
})
