import { randomBytes } from 'node:crypto'
import type { PhotoFormat } from '@/lib/domain/photo/photo'

/** Names are made here alone: hexadecimal letters, dashes and one known ending. */
const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/[0-9a-f]{32}(-small\.webp|\.(webp|mp4|webm))$/

/** A key nobody can guess, in the folder of its practice. */
export const newPhotoKey = (practiceId: string, format: PhotoFormat = 'webp'): string =>
  `${practiceId}/${randomBytes(16).toString('hex')}.${format}`

/** Where the small copy of a picture stands. */
export const smallOf = (key: string): string => key.replace(/\.webp$/, '-small.webp')

/** The key of the picture that this may be the small copy of. */
export const pictureOf = (key: string): string => key.replace(/-small\.webp$/, '.webp')

/** The practice whose folder it stands in. */
export const practiceOf = (key: string): string => key.slice(0, key.indexOf('/'))

export const isKey = (text: string): boolean => shape.test(text)

/** The key itself, which leads nowhere else; any other text throws. */
export function knownKey(key: string): string {
  if (!isKey(key)) throw new Error('a strange name for a photo')
  return key
}
