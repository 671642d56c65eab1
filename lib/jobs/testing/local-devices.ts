import { randomBytes } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import type { Household, World } from '@/db/factories/world'
import { oneAtATime } from '@/db/testing/one-at-a-time'
import { hashToken, newToken } from '@/lib/auth/session-token'
import { writeSession } from '@/lib/auth/sessions'
import { now } from '@/lib/clock'
import { addDevice } from '@/lib/data/push-device'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import type { NewsKind } from '@/lib/domain/news/kinds'
import { writeNews } from '@/lib/mail/news'
import { ringThrough } from '@/lib/push/ring'
import { localService, newBrowser, type Answer, type Browser } from '@/lib/push/testing/local-service'
import { ringDue } from '../ring-devices'

/** Ten in the morning of yesterday, where it is UTC: nobody's quiet hours, and nothing that upkeep lets go. */
export const at = now().toZonedDateTimeISO('UTC').subtract({ days: 1 }).withPlainTime('10:00').toInstant()

/** Signs somebody in on a browser and lets it ring at this address. */
export async function letRing(who: GuardianViewer | MemberViewer, endpoint: string): Promise<Browser> {
  const browser = newBrowser()
  const token = newToken('ds')
  await inTransaction({ purpose: 'auth' }, (tx) =>
    writeSession(tx, { token, userId: who.userId, device: 'Firefox, Android' }, now()),
  )
  const input = {
    endpoint,
    p256dh: browser.p256dh.toString('base64url'),
    auth: browser.auth.toString('base64url'),
    session: hashToken(token).toString('base64url'),
  }
  const added = await addDevice(who, input, at)
  if (!added.ok) throw new Error(added.reason)
  return browser
}

let things = 0
/** Something new for a household; of one key there is one. */
export const happens = (
  { practiceId }: World,
  { clientId }: Household,
  { dueAt = at, key = `homework:${things++}:1`, kind = 'homework_changed' as NewsKind } = {},
): Promise<void> =>
  inTransaction({ practiceId, role: 'system' }, (tx) =>
    writeNews(tx, { practiceId, kind, key, dueAt, told: { clientId } }),
  )

/**
 * A push service of this machine, and the worker's way to it; whatever rings elsewhere meets one that is busy. The
 * worker rings the devices of every practice, so of the tests that ring, one runs at a time.
 */
export async function service(answer: () => Answer | Promise<Answer> = () => ({ status: 201 })) {
  const letOthers = await oneAtATime('ringing')
  const made = await localService(answer)
  const through = ringThrough({
    secret: randomBytes(32).toString('base64url'),
    contact: 'https://doorstep.example.org',
    mayReach: () => true,
    tls: { rejectUnauthorized: false },
  })
  const ring = (moment: Temporal.Instant) =>
    ringDue(
      (device, message, when, kept) =>
        device.endpoint.startsWith(made.origin)
          ? through(device, message, when, kept)
          : Promise.resolve({ status: 503, retryAfterSeconds: null }),
      () => moment,
      50,
    )
  const stop = async () => {
    await made.stop()
    await letOthers()
  }
  return { ...made, ring, stop }
}
