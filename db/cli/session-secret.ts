import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** The secret of this checkout's sign-ins, kept beside the passwords of its database; made when missing. */
export function keepSessionSecret(home: string): string {
  const file = path.join(home, 'secrets.json')
  fs.mkdirSync(home, { recursive: true, mode: 0o711 })
  const read = () =>
    fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>) : {}
  const known = read().session
  if (known) return known
  const draft = `${file}.session.${process.pid}`
  const all = { ...read(), session: randomBytes(36).toString('base64url') }
  fs.writeFileSync(draft, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 })
  fs.renameSync(draft, file)
  return read().session ?? all.session
}
