import { createHmac, randomBytes } from 'node:crypto'
import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { inTransaction, type Tx } from '@/db/client'
import { user, verificationToken } from '@/db/schema'
import { cardCodeFrom } from '@/lib/domain/account/card-code'
import { secret } from '@/lib/env'
import { codeHash } from './ask'
import { newToken } from './session-token'
import { writeSession } from './sessions'

const tries = 5
/** A printed card lies in a drawer for a while: days, ours. */
export const cardDays = 14

export type Opened = { token: string; expiresAt: Temporal.Instant }

/**
 * Signs in by the six-digit code of a mail; null where it is wrong, used up or over, which all look the same.
 * Every try is counted before it is compared, under the row's lock, so that tries at once are still five.
 * A dead code leaves its link alive: whoever merely knows an address must not be able to lock it out.
 */
export async function openWithCode(
  address: string,
  code: string,
  device: string | null,
  now: Temporal.Instant,
): Promise<Opened | null> {
  const given = codeHash(address, code)
  return inTransaction({ purpose: 'auth' }, async (tx) => {
    const tried = await tx
      .update(verificationToken)
      .set({ codeTries: sql`${verificationToken.codeTries} + 1` })
      .where(
        and(
          eq(verificationToken.identifier, address),
          lt(verificationToken.codeTries, tries),
          gt(verificationToken.expiresAt, now),
        ),
      )
      .returning({ tokenHash: verificationToken.tokenHash, codeHash: verificationToken.codeHash })
    const right = tried.find((row) => row.codeHash?.equals(given))
    if (!right) return null
    const [person] = await tx.select({ id: user.id }).from(user).where(eq(user.email, address))
    await tx.delete(verificationToken).where(eq(verificationToken.tokenHash, right.tokenHash))
    return person ? open(tx, person.id, device, now) : null
  })
}

const cardHash = (code: string): Buffer => createHmac('sha256', secret()).update(`card:${code}`).digest()

/** Makes a printed code for this person, the only one that holds, within the transaction given. */
export async function writeCard(tx: Tx, userId: string, now: Temporal.Instant): Promise<string> {
  const code = cardCodeFrom(randomBytes(12))
  const identifier = `user:${userId}`
  await tx.delete(verificationToken).where(eq(verificationToken.identifier, identifier))
  await tx.insert(verificationToken).values({
    tokenHash: cardHash(code),
    identifier,
    expiresAt: now.add({ hours: 24 * cardDays }),
    createdAt: now,
  })
  return code
}

/** Signs in by a printed card, once; null where it is unknown, used or over. */
export async function openWithCard(
  code: string,
  device: string | null,
  now: Temporal.Instant,
): Promise<Opened | null> {
  return inTransaction({ purpose: 'auth' }, async (tx) => {
    const [used] = await tx
      .delete(verificationToken)
      .where(
        and(
          eq(verificationToken.tokenHash, cardHash(code)),
          sql`${verificationToken.identifier} like 'user:%'`,
          gt(verificationToken.expiresAt, now),
        ),
      )
      .returning({ identifier: verificationToken.identifier })
    return used ? open(tx, used.identifier.slice('user:'.length), device, now) : null
  })
}

async function open(tx: Tx, userId: string, device: string | null, now: Temporal.Instant): Promise<Opened> {
  const token = newToken('ds')
  return { token, expiresAt: await writeSession(tx, { token, userId, device }, now) }
}
