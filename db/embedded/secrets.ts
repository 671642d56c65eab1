import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { keptFile } from './kept-file'

export const logins = ['postgres', 'app_web', 'app_worker', 'app_backup'] as const
export type Secrets = Record<(typeof logins)[number], string>

/** The passwords of the embedded server: made once, readable by this system user only. */
export function keepSecrets(home: string): Secrets {
  const file = path.join(home, 'secrets.json')
  const made = keptFile(file, () => {
    const fresh = Object.fromEntries(logins.map((login) => [login, randomBytes(24).toString('base64url')]))
    return `${JSON.stringify(fresh, null, 2)}\n`
  })
  return JSON.parse(made) as Secrets
}
