import { and, eq, inArray, lt, or } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { authSession, outbox, rateLimit, syncReceipt, verificationToken, visitHold } from '@/db/schema'
import { linkMinutes } from '@/lib/auth/options'

/** Clears away what is over: links and codes, sign-ins, counts, receipts of devices, and the bodies of sign-in mails nobody can use. */
export async function tidy(now: Temporal.Instant): Promise<void> {
  await inTransaction({ purpose: 'auth' }, async (tx) => {
    await tx.delete(verificationToken).where(lt(verificationToken.expiresAt, now))
    // The longest idle limit is the owners'; the shorter one of staff is enforced at each look-up.
    const idle = now.subtract({ hours: 14 * 24 })
    await tx.delete(authSession).where(or(lt(authSession.expiresAt, now), lt(authSession.lastUsedAt, idle)))
    await tx.delete(rateLimit).where(lt(rateLimit.windowStart, now.subtract({ hours: 2 })))
  })
  await inTransaction({ purpose: 'upkeep' }, async (tx) => {
    await tx.delete(visitHold).where(lt(visitHold.heldUntil, now))
    await tx.delete(syncReceipt).where(lt(syncReceipt.receivedAt, now.subtract({ hours: 90 * 24 })))
  })
  await inTransaction({ purpose: 'outbox' }, async (tx) => {
    const overdue = lt(outbox.createdAt, now.subtract({ minutes: linkMinutes }))
    await tx.delete(outbox).where(and(eq(outbox.kind, 'sign-in'), overdue))
    const old = lt(outbox.createdAt, now.subtract({ hours: 90 * 24 }))
    await tx.delete(outbox).where(and(inArray(outbox.state, ['sent', 'cancelled']), old))
  })
}
