import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { objectStore, photoFolder } from '@/lib/env'
import { folderStorage } from './folder'
import { smallOf } from './key'
import { objectStorage } from './object-store'

/** What is to be kept: read as often as asked, in parts, so that a film is never whole in memory. */
export type Content = {
  size: number
  /** Hexadecimal. */
  sha256: string
  read: () => AsyncIterable<Uint8Array>
}

/** Where bytes are kept that do not belong into the database: a folder here, an object store elsewhere. */
export interface Storage {
  /** Keeps bytes under a key nobody used before: keys are random. They appear whole or not at all. */
  put: (key: string, content: Content) => Promise<void>
  /** The bytes, or null where nothing is kept under this key. */
  get: (key: string) => Promise<Buffer | null>
  /** The bytes from `from` to `to`, both included; null where nothing is kept under this key. */
  part: (key: string, from: number, to: number) => Promise<AsyncIterable<Uint8Array> | null>
  /** Forgets a key; one that is not there is forgotten already. */
  remove: (key: string) => Promise<void>
  /** The keys under which something has been kept since before this moment, some at a time. */
  keptBefore: (moment: Temporal.Instant) => AsyncIterable<string[]>
}

/** The photos and films of this installation. */
export function photoStorage(): Storage {
  const store = objectStore()
  return store ? objectStorage(store) : folderStorage(photoFolder())
}

/** Forgets photos and films with their small copies; what is gone already is no fault. */
export async function forgetFiles(keys: readonly string[]): Promise<void> {
  const storage = photoStorage()
  for (const key of keys) for (const one of new Set([key, smallOf(key)])) await storage.remove(one)
}

/** Bytes that are in memory already. */
export const contentOf = (bytes: Uint8Array): Content => ({
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  read: async function* () {
    yield bytes
  },
})
