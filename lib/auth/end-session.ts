import 'server-only'
import { eq } from 'drizzle-orm'
import { cookies } from 'next/headers'
import { inTransaction } from '@/db/client'
import { authSession } from '@/db/schema'
import { origin } from './origin'
import { hashToken, sessionCookie } from './session-token'

/** Ends the sign-in of this browser: the row first, so that a copy of the cookie is worth nothing either. */
export async function endCurrentSession(): Promise<void> {
  const jar = await cookies()
  const name = sessionCookie(origin())
  const token = jar.get(name)?.value
  if (!token) return
  await inTransaction({ purpose: 'auth' }, (tx) =>
    tx.delete(authSession).where(eq(authSession.tokenHash, hashToken(token))),
  )
  jar.set(name, '', { path: '/', maxAge: 0, httpOnly: true, sameSite: 'lax', secure: name.startsWith('__') })
}
