import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { knownKey } from './key'
import type { Storage } from './storage'

/** Files in a folder that only the owner of the process can read. A file appears whole or not at all. */
export function folderStorage(root: string): Storage {
  const placeOf = (key: string) => path.join(root, knownKey(key))
  return {
    async put(key, content) {
      const place = placeOf(key)
      const part = `${place}.${randomBytes(4).toString('hex')}.part`
      await fs.mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
      try {
        const file = await fs.open(part, 'wx', 0o600)
        try {
          await fs.writeFile(file, content.read())
          await file.sync()
        } finally {
          await file.close()
        }
        await fs.link(part, place)
      } finally {
        await fs.rm(part, { force: true })
      }
    },
    get: (key) => fs.readFile(placeOf(key)).catch(unlessMissing),
    async part(key, from, to) {
      const file = await fs.open(placeOf(key)).catch(unlessMissing)
      return file && file.createReadStream({ start: from, end: to })
    },
    remove: (key) => fs.rm(placeOf(key), { force: true }),
  }
}

const unlessMissing = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null
  throw error
}
