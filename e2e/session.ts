import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { authSession } from '@/db/schema'
import { hashToken, newToken, sessionCookie } from '@/lib/auth/session-token'

/** Signs somebody in past the door: the row and the cookie that a sign-in mail would have led to. */
export async function sessionCookieFor(userId: string, origin: string) {
  const token = newToken('ds')
  const expiresAt = Temporal.Now.instant().add({ hours: 24 })
  await inTransaction({ purpose: 'auth' }, (tx) =>
    tx.insert(authSession).values({ tokenHash: hashToken(token), userId, expiresAt, device: 'a test' }),
  )
  return { name: sessionCookie(origin), value: token, url: origin, httpOnly: true, sameSite: 'Lax' as const }
}
