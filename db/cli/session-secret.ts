import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/**
 * The secret of this checkout's sign-ins, made when missing. A file of its own: the passwords of the database are
 * made by whoever starts that first, and two writers of one file would undo each other.
 */
export function keepSessionSecret(home: string): string {
  const file = path.join(home, 'session-secret')
  fs.mkdirSync(home, { recursive: true, mode: 0o711 })
  if (!fs.existsSync(file)) {
    const draft = `${file}.${process.pid}`
    fs.writeFileSync(draft, `${randomBytes(36).toString('base64url')}\n`, { mode: 0o600 })
    try {
      fs.linkSync(draft, file)
    } catch (error) {
      // Another start was faster: its secret is the one.
      if (!fs.existsSync(file)) throw error
    } finally {
      fs.rmSync(draft, { force: true })
    }
  }
  return fs.readFileSync(file, 'utf8').trim()
}
