import { createHmac } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { rateLimit } from '@/db/schema'
import { secret } from '@/lib/env'

/** How often, in a window of how many seconds. The numbers are ours. */
export const limits = {
  mailPerAddressAndMinute: { count: 1, seconds: 60 },
  mailPerAddressAndHour: { count: 5, seconds: 3_600 },
  mailPerNetworkAndHour: { count: 20, seconds: 3_600 },
  mailAndHour: { count: 300, seconds: 3_600 },
  confirmPerNetworkAndMinute: { count: 10, seconds: 60 },
  codePerNetworkAndMinute: { count: 10, seconds: 60 },
  codePerNetworkAndHour: { count: 60, seconds: 3_600 },
  photoPerPersonAndHour: { count: 60, seconds: 3_600 },
  downloadPerPersonAndDay: { count: 3, seconds: 86_400 },
  setUpPerNetworkAndMinute: { count: 10, seconds: 60 },
  unknownLinkPerNetworkAndMinute: { count: 30, seconds: 60 },
  pinPerLinkAndHour: { count: 10, seconds: 3_600 },
  logPerLinkAndHour: { count: 12, seconds: 3_600 },
  feedPerMemberAndMinute: { count: 30, seconds: 60 },
  syncPerPersonAndMinute: { count: 240, seconds: 60 },
} as const satisfies Record<string, { count: number; seconds: number }>

export type Limit = keyof typeof limits

/**
 * Counts one more of `key` and says whether it is still within the limit. A transaction of its own, so that
 * the count stays whatever becomes of the request; a database that does not answer throws, which refuses.
 */
export async function takeTurn(limit: Limit, key: string, now: Temporal.Instant): Promise<boolean> {
  const { count } = limits[limit]
  const { keyHash, windowStart } = counted(limit, key, now)
  const [row] = await inTransaction({ purpose: 'auth' }, (tx) =>
    tx
      .insert(rateLimit)
      .values({ bucket: limit, keyHash, windowStart })
      .onConflictDoUpdate({
        target: [rateLimit.bucket, rateLimit.keyHash, rateLimit.windowStart],
        set: { count: sql`${rateLimit.count} + 1` },
      })
      .returning({ count: rateLimit.count }),
  )
  return row !== undefined && row.count <= count
}

/** Whether a turn is left, without taking it: for limits that count only what went wrong. */
export async function hasTurn(limit: Limit, key: string, now: Temporal.Instant): Promise<boolean> {
  const { count } = limits[limit]
  const { keyHash, windowStart } = counted(limit, key, now)
  const [row] = await inTransaction({ purpose: 'auth' }, (tx) =>
    tx
      .select({ count: rateLimit.count })
      .from(rateLimit)
      .where(
        and(
          eq(rateLimit.bucket, limit),
          eq(rateLimit.keyHash, keyHash),
          eq(rateLimit.windowStart, windowStart),
        ),
      ),
  )
  return (row?.count ?? 0) < count
}

function counted(limit: Limit, key: string, now: Temporal.Instant) {
  const { seconds } = limits[limit]
  const window = Math.floor(now.epochMilliseconds / 1_000 / seconds) * seconds
  return {
    windowStart: Temporal.Instant.fromEpochMilliseconds(window * 1_000),
    keyHash: createHmac('sha256', secret()).update(`${limit}:${key}`).digest(),
  }
}
