import { ensureDatabase, usualHome } from '../embedded'
import { migrate } from '../migrate'
import { nextProgram, startChild, untilTheyEnd } from './family'
import { keepPushKey, keepSessionSecret } from './kept-secret'

const port = process.env.PORT ?? '3000'
const database = await ensureDatabase({ stopOnSignals: false })
const { web, worker, migration, backup } = database.urls
for (const line of await migrate({
  migrationUrl: migration,
  webUrl: web,
  workerUrl: worker,
  backupUrl: backup,
}))
  console.log(line)

process.env.NEXTAUTH_URL ??= `http://localhost:${port}`
process.env.NEXTAUTH_SECRET ??= keepSessionSecret(usualHome)
process.env.PUSH_KEY ??= keepPushKey(usualHome)
const next = startChild([nextProgram, 'dev', '-p', port])
await untilTheyEnd([next], () => database.stop())
