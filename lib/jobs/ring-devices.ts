import { and, asc, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { news, pushDevice } from '@/db/schema'
import { turnNewsToDevices, turnsOf } from '@/lib/data/news-ringing'
import type { Turn } from '@/lib/domain/news/ringing'
import { inLocale } from '@/lib/format/in-locale'
import { text } from '@/lib/format/text'
import { log } from '@/lib/log'
import { paths } from '@/lib/paths'
import type { Ring, Rung } from '@/lib/push/ring'
import { systemOf } from './system-of'

type Device = typeof pushDevice.$inferSelect

/** Longer than any service may take over one push: those of a batch are rung at once. */
const leaseMinutes = 1
/** With the pauses between them that is about five hours; by then there is nothing new in it any more. */
const mostAttempts = 8
const asRinger = { purpose: 'ring' }

/** What a device is told: that there is something, in words that say nothing of it, and where to look. */
const message = (): string => {
  const t = text('news')
  return JSON.stringify({ title: t('ring.title'), body: t('ring.text'), path: paths.news() })
}

/**
 * Rings what is due, once around; says how many heard. A device is leased before it is rung, so that two workers never
 * ring the same one, and a worker that died gives it free after a minute. Whoever dies between the service's yes and
 * our note of it rings again: with the same topic, so that a phone which was off shows it once.
 */
export async function ringDue(ring: Ring, now: () => Temporal.Instant, batch = 10): Promise<number> {
  const devices = await claim(now(), batch)
  const turns = await turnsOfAll(devices, now())
  const heard = await Promise.all(
    devices.map(async (device) => {
      const turn = turns.get(device.personId)
      // Its practice could not be asked: the lease runs out, and it is asked again.
      if (!turn) return false
      if (!turn.rings) return putOff(device, turn.then)
      const { endpoint, p256dh, auth, locale } = device
      const said = inLocale(locale, message)
      const answer = await ring({ endpoint, p256dh, auth }, said, now(), turn.kept).catch(
        (error: unknown) => {
          log.info({ why: error instanceof Error ? error.name : 'unknown' }, 'a push service was not reached')
          return null
        },
      )
      return settle(device, answer, now())
    }),
  )
  return heard.filter(Boolean).length
}

/** Whether these devices ring now, by person; of a practice that could not be asked, none. */
async function turnsOfAll(devices: readonly Device[], now: Temporal.Instant): Promise<Map<string, Turn>> {
  const turns = new Map<string, Turn>()
  for (const practiceId of new Set(devices.map((device) => device.practiceId))) {
    const people = devices
      .filter((device) => device.practiceId === practiceId)
      .map(({ personId }) => personId)
    try {
      const viewer = await systemOf(practiceId, 'ring')
      if (!viewer) continue
      for (const [person, turn] of await turnsOf(viewer, [...new Set(people)], now)) turns.set(person, turn)
    } catch (error) {
      log.error({ err: error, practiceId }, 'whether the devices of a practice ring was not found out')
    }
  }
  return turns
}

/** Looks in every practice with news that is due at whose devices are to ring for it. */
export async function lookAtNews(now: Temporal.Instant, look = turnNewsToDevices): Promise<void> {
  const due = await inTransaction({ purpose: 'upkeep' }, (tx) =>
    tx
      .selectDistinct({ practiceId: news.practiceId })
      .from(news)
      .where(and(isNotNull(news.ringAt), lte(news.ringAt, now))),
  )
  for (const { practiceId } of due) {
    try {
      const viewer = await systemOf(practiceId, 'ring')
      if (viewer) await look(viewer, now)
    } catch (error) {
      // What one practice trips over is no reason for the others to be silent.
      log.error({ err: error, practiceId }, 'the news of a practice was not looked at')
    }
  }
}

function claim(now: Temporal.Instant, batch: number): Promise<Device[]> {
  return inTransaction(asRinger, async (tx) => {
    const due = await tx
      .select({ id: pushDevice.id })
      .from(pushDevice)
      .where(
        and(lte(pushDevice.ringAt, now), or(isNull(pushDevice.leaseUntil), lte(pushDevice.leaseUntil, now))),
      )
      .orderBy(asc(pushDevice.ringAt))
      .limit(batch)
      .for('update', { skipLocked: true })
    if (due.length === 0) return []
    return tx
      .update(pushDevice)
      .set({ leaseUntil: now.add({ minutes: leaseMinutes }) })
      .where(
        inArray(
          pushDevice.id,
          due.map(({ id }) => id),
        ),
      )
      .returning()
  })
}

/** Notes what the service said; true where it took the push. */
function settle(device: Device, answer: Rung | null, now: Temporal.Instant): Promise<boolean> {
  const ours = leased(device)
  const status = answer?.status ?? 0
  return inTransaction(asRinger, async (tx) => {
    // The browser took it back, or there is no such browser any more.
    if (status === 404 || status === 410) {
      await tx.delete(pushDevice).where(ours)
      return false
    }
    const taken = status >= 200 && status < 300
    const again = !taken && isWorthAnotherTry(status) && device.attempts + 1 < mostAttempts
    const pause = Math.max(2 ** device.attempts * 2, (answer?.retryAfterSeconds ?? 0) / 60)
    const next = again ? now.add({ seconds: Math.ceil(Math.min(pause, 6 * 60) * 60) }) : null
    await tx
      .update(pushDevice)
      .set({
        leaseUntil: null,
        attempts: sql`case when ${asClaimed(device)} then ${again ? device.attempts + 1 : 0}::smallint else 0 end`,
        ...(taken ? { rungAt: now } : {}),
        ringAt: unlessSetAnew(device, next),
      })
      .where(and(ours, isNotNull(pushDevice.leaseUntil)))
    if (!taken && !again) log.warn({ status }, 'a push service refused')
    return taken
  })
}

/** Lets a device wait for the end of the quiet hours, with all its tries, or be where nothing is left to ring for. */
async function putOff(device: Device, then: Temporal.Instant | null): Promise<false> {
  await inTransaction(asRinger, (tx) =>
    tx
      .update(pushDevice)
      .set({
        ...{ leaseUntil: null, attempts: 0 },
        ringAt: unlessSetAnew(device, then),
      })
      .where(leased(device)),
  )
  return false
}

const leased = (device: Device) =>
  and(
    eq(pushDevice.practiceId, device.practiceId),
    eq(pushDevice.id, device.id),
    device.leaseUntil ? eq(pushDevice.leaseUntil, device.leaseUntil) : undefined,
  )

const asClaimed = ({ ringAt }: Device) =>
  sql`${pushDevice.ringAt} = ${ringAt?.toString() ?? null}::timestamptz`

/** What became due since the device was claimed set another moment: that one stands, with tries of its own. */
const unlessSetAnew = (device: Device, next: Temporal.Instant | null) =>
  sql`case when ${asClaimed(device)} then ${next?.toString() ?? null}::timestamptz else ${pushDevice.ringAt} end`

/** Not reached, too much at once, or their mishap; all else is an answer. */
const isWorthAnotherTry = (status: number): boolean => status === 0 || status === 429 || status >= 500
