import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Storage } from './storage'

/** Names are made here and by lib/data alone: hexadecimal letters, dashes and one known ending. */
const shape = /^[0-9a-f-]{36}\/[0-9a-f]{32}\.webp$/

/** A key nobody can guess, in the folder of its practice. */
export const newPhotoKey = (practiceId: string): string =>
  `${practiceId}/${randomBytes(16).toString('hex')}.webp`

/** Files in a folder that only the owner of the process can read. A file appears whole or not at all. */
export function folderStorage(root: string): Storage {
  const placeOf = (key: string) => {
    if (!shape.test(key)) throw new Error('a strange name for a photo')
    return path.join(root, key)
  }
  return {
    async put(key, bytes) {
      const place = placeOf(key)
      const part = `${place}.${randomBytes(4).toString('hex')}.part`
      await fs.mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
      try {
        const file = await fs.open(part, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
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
    remove: (key) => fs.rm(placeOf(key), { force: true }),
  }
}

const unlessMissing = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null
  throw error
}
