import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { keptFile } from '../embedded/kept-file'

/** Signs what is said about sign-ins: another one, and everybody has to sign in again. */
export const keepSessionSecret = (home: string): string => keepSecret(home, 'session-secret', 36)

/** Signs what rings a device: another one, and every device has to be switched on again. */
export const keepPushKey = (home: string): string => keepSecret(home, 'push-key', 32)

/**
 * A secret of this checkout, made when missing and the same at every later start. A file of its own: the passwords of
 * the database are made by whoever starts that first, and two writers of one file would undo each other.
 */
function keepSecret(home: string, name: string, bytes: number): string {
  fs.mkdirSync(home, { recursive: true, mode: 0o711 })
  const made = () => `${randomBytes(bytes).toString('base64url')}\n`
  return keptFile(path.join(home, name), made).trim()
}
