import fs from 'node:fs'
import path from 'node:path'
import { smallOf } from '@/lib/storage/key'

/** Where the photos stand in an archive, beside the database's own files. */
export const photosInside = 'doorstep-photos'

type Photo = { name: string; file: string }

/** The photos of a folder, by their names below it. A half-written one is none. */
export function photosIn(folder: string): Photo[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(webp|mp4|webm)$/.test(name))
    .sort()
    .map((name) => ({ name: name.split(path.sep).join('/'), file: path.join(folder, name) }))
}

/** Takes photos out of an unpacked copy, with their small ones. */
export function leavePhotosOut(copy: string, keys: readonly string[]): void {
  for (const key of keys)
    for (const name of [key, smallOf(key)]) fs.rmSync(path.join(copy, photosInside, name), { force: true })
}

/**
 * Puts the photos of an unpacked copy where they belong. They never change, so those that are there stay, and
 * none is taken away: a restore that was killed is simply done again.
 */
export function bringPhotosBack(copy: string, folder: string): number {
  const inside = path.join(copy, photosInside)
  const photos = photosIn(inside)
  for (const { name, file } of photos) {
    const place = path.join(folder, name)
    if (fs.existsSync(place)) continue
    fs.mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 })
    fs.copyFileSync(file, `${place}.part`)
    fs.chmodSync(`${place}.part`, 0o600)
    fs.renameSync(`${place}.part`, place)
  }
  fs.rmSync(inside, { recursive: true, force: true })
  return photos.length
}
