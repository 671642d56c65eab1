import { setTimeout as pause } from 'node:timers/promises'
import PgBoss from 'pg-boss'
import { closeDatabase } from '@/db/client'
import { ensureDatabase } from '@/db/embedded'
import { now } from '@/lib/clock'
import { pushKey, smtpUrl } from '@/lib/env'
import { log } from '@/lib/log'
import { ringThrough } from '@/lib/push/ring'
import { senderOfPushes } from '@/lib/push/sender'
import { keepLedger } from './erasures'
import { writeLetters } from './letters'
import { passOnEverywhere } from './offers'
import { lookAtNews, ringDue } from './ring-devices'
import { sendDue } from './send-mail'
import { smtpCarrier } from './smtp'
import { forgetLostPhotos, tidy } from './upkeep'

const between = 1_000
const database = await ensureDatabase({ stopOnSignals: false })
const url = database.urls.worker
if (!url) {
  log.fatal('WORKER_DATABASE_URL is not set: the worker signs in to the database as app_worker')
  process.exit(1)
}
process.env.DATABASE_URL = url

const boss = new PgBoss({ connectionString: url, schema: 'pgboss', migrate: false, max: 3 })
// Without a listener a database restart would end the process; pg-boss connects again by itself.
boss.on('error', (error) => log.warn({ err: error }, 'the queue'))

let stopping = false
const stopped = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopping = true
    stopped.abort()
  })
}

await startQueue()
const smtp = smtpUrl()
const carrier = smtp ? smtpCarrier(smtp) : null
if (!carrier) log.info('SMTP_URL is not set: mails wait in the outbox')
const key = pushKey()
if (!key) log.info('PUSH_KEY is not set: no device rings')
await Promise.all([
  // Neither waits for the other: a push service that hangs holds up no mail.
  ...(carrier ? [overAndOver(() => sendDue(carrier.carry, now), 'the outbox')] : []),
  ...(key ? [overAndOver(ringer(key), 'the devices')] : []),
  untilStopped(),
])
carrier?.close()
await boss.stop({ graceful: true, timeout: 5_000 }).catch(() => undefined)
await closeDatabase()
await database.stop()
process.exit(0)

async function startQueue(): Promise<void> {
  while (!stopping) {
    try {
      await boss.start()
      await boss.schedule('upkeep', '17 * * * *')
      await boss.work('upkeep', async () => {
        await tidy(now())
        await keepLedger()
      })
      await boss.schedule('offers', '*/5 * * * *')
      await boss.work('offers', () => passOnEverywhere(now()))
      await boss.schedule('photos', '41 3 * * *')
      await boss.work('photos', () => forgetLostPhotos(now()))
      await boss.schedule('letters', '*/5 * * * *')
      await boss.work('letters', () => writeLetters(now()))
      return
    } catch (error) {
      log.warn({ err: error }, 'the queue did not start; trying again')
      await pause(2_000, undefined, { signal: stopped.signal }).catch(() => undefined)
    }
  }
}

/** Works until there is nothing to do, rests for a second, looks again. */
async function overAndOver(work: () => Promise<number>, what: string): Promise<void> {
  while (!stopping) {
    const done = await work().catch((error: unknown) => {
      log.warn({ err: error }, `${what} could not be read; trying again`)
      return 0
    })
    if (done === 0) await pause(between, undefined, { signal: stopped.signal }).catch(() => undefined)
  }
}

function ringer(secret: string): () => Promise<number> {
  const ring = ringThrough({ secret, contact: senderOfPushes() })
  return async () => {
    await lookAtNews(now())
    return ringDue(ring, now)
  }
}

async function untilStopped(): Promise<void> {
  while (!stopping) await pause(60_000, undefined, { signal: stopped.signal }).catch(() => undefined)
}
