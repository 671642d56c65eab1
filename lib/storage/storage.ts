import { photoFolder } from '@/lib/env'
import { folderStorage } from './folder'

/** Where bytes are kept that do not belong into the database: a folder here, an object store elsewhere. */
export interface Storage {
  /** Keeps bytes under a key that is new; one that exists is an error, never overwritten. */
  put: (key: string, bytes: Uint8Array) => Promise<void>
  /** The bytes, or null where nothing is kept under this key. */
  get: (key: string) => Promise<Buffer | null>
  /** Forgets a key; one that is not there is forgotten already. */
  remove: (key: string) => Promise<void>
}

/** The photos of this installation. */
export const photoStorage = (): Storage => folderStorage(photoFolder())
