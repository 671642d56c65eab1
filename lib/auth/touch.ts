import { and, eq, lt } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { authSession } from '@/db/schema'
import { hashToken } from './session-token'

/** How stale "last used" may get: a write for every page would cost more than it tells. */
const every = { minutes: 10 }

export const isDueForTouch = (lastUsedAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  lastUsedAt.epochMilliseconds < now.subtract(every).epochMilliseconds

/** Notes that a sign-in was used just now; the idle limits count from here. Never revives one that is gone. */
export async function touchSession(token: string, now: Temporal.Instant): Promise<void> {
  await inTransaction({ purpose: 'auth' }, (tx) =>
    tx
      .update(authSession)
      .set({ lastUsedAt: now })
      .where(and(eq(authSession.tokenHash, hashToken(token)), lt(authSession.lastUsedAt, now))),
  )
}
