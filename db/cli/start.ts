import { offerSetUp } from '@/lib/auth/set-up'
import { origin } from '@/lib/auth/origin'
import { eraseAgain, keepLedger } from '@/lib/jobs/erasures'
import { paths } from '@/lib/paths'
import { forgetFiles } from '@/lib/storage/storage'
import { closeDatabase, sqlState } from '../client'
import { ensureDatabase, usualHome } from '../embedded'
import { migrate } from '../migrate'
import { Build } from './build'
import { complaintsAbout } from './environment'
import { nextProgram, startChild, untilTheyEnd, workerProgram } from './family'
import { complaintAboutRole } from './harmless-role'
import { keepPushKey, keepSessionSecret } from './kept-secret'

const env = process.env as Record<string, string | undefined>
const port = env.PORT ?? '3000'
const embedded = !env.DATABASE_URL
env.NODE_ENV = 'production'

if (embedded) {
  env.NEXTAUTH_SECRET ??= keepSessionSecret(usualHome)
  env.PUSH_KEY ??= keepPushKey(usualHome)
}
if (embedded && env.DOORSTEP_DEMO === '1') env.NEXTAUTH_URL ??= `http://localhost:${port}`
refuseIf(complaintsAbout(env))

const database = await ensureDatabase({ stopOnSignals: false })
const { web, worker, migration, backup } = database.urls
if (embedded) await migrate({ migrationUrl: migration, webUrl: web, workerUrl: worker, backupUrl: backup })
refuseIf([await complaintAboutRole(web)].filter((complaint) => complaint !== null))

const build = new Build()
if (build.isMissing || build.isOutdated) {
  console.log('Building Doorstep once; this takes a minute.')
  await build.make().catch((error: Error) => leave(1, error.message))
}

const key = await offerSetUp().catch((error: unknown) => {
  const noTables = ['42P01', '42883', '3F000', '42501'].includes(sqlState(error) ?? '')
  if (noTables) refuseIf(['The database has no tables of this version yet: run `npm run db:migrate` first.'])
  throw error
})
// An older backup may have been put in place of the database: who was erased since is erased before anybody is served.
await forgetFiles(await eraseAgain())
await keepLedger()
await closeDatabase()
if (key) {
  console.log(`\nNobody lives here yet. Set up the practice with this link; it works once:`)
  console.log(`  ${origin()}${paths.setUp()}?token=${key}\n`)
}
const family = [startChild([nextProgram, 'start', '-p', port])]
if (worker) family.push(startChild(workerProgram))
else console.log('WORKER_DATABASE_URL is not set: run `npm run worker` where it is, or mails wait.')
await untilTheyEnd(family, () => database.stop())

function refuseIf(complaints: string[]): void {
  if (complaints.length === 0) return
  console.error('Doorstep does not start:')
  for (const complaint of complaints) console.error(`- ${complaint}`)
  process.exit(1)
}

async function leave(code: number, why: string): Promise<never> {
  console.error(why)
  await database.stop()
  process.exit(code)
}
