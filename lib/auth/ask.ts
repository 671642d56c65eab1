import { createHmac, randomInt } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { user, verificationToken } from '@/db/schema'
import type { Locale } from '@/lib/domain/account/locale'
import { secret } from '@/lib/env'
import { signInMail } from '@/lib/mail/messages'
import { enqueue } from '@/lib/mail/outbox'
import { paths } from '@/lib/paths'
import { linkMinutes, nextAuthHash } from './options'
import { origin } from './origin'
import { hashToken, newToken } from './session-token'

/** A six-digit code is short: only with the server's secret can it be found from what is kept. */
export const codeHash = (address: string, code: string): Buffer =>
  createHmac('sha256', secret()).update(`code:${address}:${code}`).digest()

/**
 * Writes a link and a code for somebody who may sign in, and the mail that carries them; for anybody else
 * nothing. Runs after the response has gone, so that neither its words nor its time tell which it was.
 */
export async function sendSignInMail(
  address: string,
  next: string | undefined,
  now: Temporal.Instant,
  locale: Locale,
): Promise<void> {
  const token = newToken('li')
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await inTransaction({ purpose: 'auth' }, async (tx) => {
    const [person] = await tx
      .select({ id: user.id })
      .from(user)
      .where(and(eq(user.email, address), sql`app.hat_of_user(${user.id}) is not null`))
    if (!person) return
    const tokenHash = hashToken(nextAuthHash(token))
    await tx.insert(verificationToken).values({
      tokenHash,
      identifier: address,
      codeHash: codeHash(address, code),
      expiresAt: now.add({ minutes: linkMinutes }),
      createdAt: now,
    })
    await enqueue(tx, {
      practiceId: null,
      kind: 'sign-in',
      to: address,
      reader: null,
      sendUntil: now.add({ minutes: linkMinutes }),
      locale,
      letter: () => signInMail({ link: linkOf(token, address, next), code, minutes: linkMinutes }),
      dedupeKey: `sign-in:${tokenHash.toString('hex').slice(0, 32)}`,
    })
  })
}

function linkOf(token: string, email: string, next: string | undefined): string {
  const query = new URLSearchParams({ token, email, ...(next ? { callbackUrl: next } : {}) })
  return `${origin()}${paths.mailLink()}?${query.toString()}`
}
