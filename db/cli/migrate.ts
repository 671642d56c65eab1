import { ensureDatabase } from '../embedded'
import { migrate } from '../migrate'

const database = await ensureDatabase()
try {
  const { web, worker, migration, backup } = database.urls
  const done = await migrate({ migrationUrl: migration, webUrl: web, workerUrl: worker, backupUrl: backup })
  for (const line of done) console.log(line)
} catch (error) {
  console.error(`The migration did not run: ${error instanceof Error ? error.message : String(error)}`)
  if (error instanceof Error && error.cause instanceof Error) console.error(error.cause.message)
  process.exitCode = 1
} finally {
  await database.stop()
}
