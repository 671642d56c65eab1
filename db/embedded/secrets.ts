import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export const logins = ['postgres', 'app_web', 'app_worker', 'app_backup'] as const
export type Secrets = Record<(typeof logins)[number], string>

/** The passwords of the embedded server: made once, readable by this system user only. */
export function keepSecrets(home: string): Secrets {
  const file = path.join(home, 'secrets.json')
  if (!fs.existsSync(file)) {
    const fresh = Object.fromEntries(logins.map((login) => [login, randomBytes(24).toString('base64url')]))
    const draft = `${file}.${process.pid}`
    fs.writeFileSync(draft, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600 })
    try {
      fs.linkSync(draft, file)
    } catch (error) {
      if (!fs.existsSync(file)) throw error
    } finally {
      fs.rmSync(draft, { force: true })
    }
  }
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Secrets
}
