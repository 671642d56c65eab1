import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { isKey, knownKey } from './key'
import type { Storage } from './storage'

/** How many keys are told of at once. */
const handful = 1000

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
    async *keptBefore(moment) {
      for (const folder of (await fs.readdir(root).catch(unlessMissing)) ?? []) {
        const keys: string[] = []
        for (const name of (await fs.readdir(path.join(root, folder)).catch(unlessMissing)) ?? []) {
          const place = path.join(root, folder, name)
          const file = await fs.stat(place).catch(unlessMissing)
          if (!file?.isFile() || file.mtimeMs >= moment.epochMilliseconds) continue
          if (isKey(`${folder}/${name}`)) keys.push(`${folder}/${name}`)
          // What a write left that was cut off.
          else if (name.endsWith('.part')) await fs.rm(place, { force: true })
          if (keys.length === handful) yield keys.splice(0)
        }
        yield keys
      }
    },
  }
}

const unlessMissing = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
  throw error
}
