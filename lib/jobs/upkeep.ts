import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import {
  authSession,
  news,
  outbox,
  photo,
  practice,
  rateLimit,
  syncReceipt,
  threadPhoto,
  verificationToken,
  visitHold,
} from '@/db/schema'
import { linkMinutes } from '@/lib/auth/options'
import { newsDays } from '@/lib/domain/news/kinds'
import { log } from '@/lib/log'
import { practiceOf, pictureOf } from '@/lib/storage/key'
import { photoStorage } from '@/lib/storage/storage'

/** Clears away what is over: links and codes, sign-ins, counts, receipts of devices, old news, and the bodies of sign-in mails nobody can use. */
export async function tidy(now: Temporal.Instant): Promise<void> {
  await inTransaction({ purpose: 'auth' }, async (tx) => {
    await tx.delete(verificationToken).where(lt(verificationToken.expiresAt, now))
    // The longest idle limit is the owners'; the shorter one of staff is enforced at each look-up.
    const idle = now.subtract({ hours: 14 * 24 })
    await tx.delete(authSession).where(or(lt(authSession.expiresAt, now), lt(authSession.lastUsedAt, idle)))
    await tx.delete(rateLimit).where(lt(rateLimit.windowStart, now.subtract({ hours: 25 })))
  })
  await inTransaction({ purpose: 'upkeep' }, async (tx) => {
    await tx.delete(visitHold).where(lt(visitHold.heldUntil, now))
    await tx.delete(news).where(lt(news.dueAt, now.subtract({ hours: newsDays * 24 })))
    await tx.delete(syncReceipt).where(lt(syncReceipt.receivedAt, now.subtract({ hours: 90 * 24 })))
  })
  await inTransaction({ purpose: 'outbox' }, async (tx) => {
    const overdue = lt(outbox.createdAt, now.subtract({ minutes: linkMinutes }))
    await tx.delete(outbox).where(and(eq(outbox.kind, 'sign-in'), overdue))
    const old = lt(outbox.createdAt, now.subtract({ hours: 90 * 24 }))
    await tx.delete(outbox).where(and(inArray(outbox.state, ['sent', 'cancelled']), old))
  })
}

/**
 * Forgets what lies in the photo store without a row, a day and longer: the process died between the two, or a photo
 * was taken away while the store did not answer. So are photos meant for a message that was not written within a day.
 * What is of a practice this database does not know is left alone.
 */
export async function forgetLostPhotos(now: Temporal.Instant): Promise<void> {
  const storage = photoStorage()
  const dayAgo = now.subtract({ hours: 24 })
  let forgotten = 0
  for await (const keys of storage.keptBefore(dayAgo))
    for (const practiceId of new Set(keys.map(practiceOf)))
      for (const key of await lostOf(
        practiceId,
        keys.filter((key) => practiceOf(key) === practiceId),
        dayAgo,
      )) {
        await storage.remove(key)
        forgotten++
      }
  if (forgotten > 0) log.info({ forgotten }, 'files without a photo were cleared away')
}

/** Those of a practice's files that no photo leads to, nor one that a message carries or still may. */
async function lostOf(
  practiceId: string,
  keys: readonly string[],
  dayAgo: Temporal.Instant,
): Promise<string[]> {
  const wanted = keys.map(pictureOf)
  const rows = await inTransaction({ practiceId, role: 'system', purpose: 'upkeep' }, async (tx) => {
    await tx.delete(threadPhoto).where(
      and(
        eq(threadPhoto.practiceId, practiceId),
        inArray(threadPhoto.storageKey, wanted),
        lt(threadPhoto.addedAt, dayAgo),
        sql`not exists (select 1 from app.thread_message m where m.practice_id = ${threadPhoto.practiceId}
            and m.photo_id = ${threadPhoto.id})`,
      ),
    )
    return tx
      .select({ key: photo.storageKey, written: threadPhoto.storageKey })
      .from(practice)
      .leftJoin(
        photo,
        and(eq(photo.practiceId, practice.id), isNull(photo.removedAt), inArray(photo.storageKey, wanted)),
      )
      .leftJoin(
        threadPhoto,
        and(eq(threadPhoto.practiceId, practice.id), inArray(threadPhoto.storageKey, wanted)),
      )
      .where(eq(practice.id, practiceId))
  })
  if (rows.length === 0) return []
  const kept = new Set(rows.flatMap(({ key, written }) => [key, written]))
  return keys.filter((key) => !kept.has(pictureOf(key)))
}
