import { sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { authSession } from '@/db/schema'
import { hashToken } from './session-token'

/** Until when at the longest, however busy: hours. Idle limits stand in app.viewers_of_session. */
const longest = { member: 7 * 24, guardian: 30 * 24 } as const
type Hat = keyof typeof longest

/** What a person may sign in as: null for nobody of a practice or household any more. */
export async function hatOfUser(tx: Tx, userId: string): Promise<Hat | null> {
  const [row] = await tx.execute<{ hat: Hat | null }>(sql`select app.hat_of_user(${userId}) as hat`)
  return row?.hat ?? null
}

export class MayNotSignIn extends Error {
  override name = 'MayNotSignIn'
}

type NewSession = { token: string; userId: string; device: string | null }

/** Writes a sign-in and says when it ends at the latest. Only the token's hash is kept. */
export async function writeSession(
  tx: Tx,
  { token, userId, device }: NewSession,
  now: Temporal.Instant,
): Promise<Temporal.Instant> {
  const hat = await hatOfUser(tx, userId)
  if (!hat) throw new MayNotSignIn('this person belongs to no practice and no household')
  const expiresAt = now.add({ hours: longest[hat] })
  await tx
    .insert(authSession)
    .values({ tokenHash: hashToken(token), userId, device, expiresAt, createdAt: now, lastUsedAt: now })
  return expiresAt
}
