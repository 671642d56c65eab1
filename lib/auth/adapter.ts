import { and, eq, sql } from 'drizzle-orm'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import { inTransaction, type Tx } from '@/db/client'
import { authSession, user, verificationToken } from '@/db/schema'
import { now } from '@/lib/clock'
import { toNativeDate } from '@/lib/domain/time/native'
import { endFormerSignIn } from './former-sign-in'
import { hashToken } from './session-token'
import { writeSession } from './sessions'

const asAuth = <T>(run: (tx: Tx) => Promise<T>) => inTransaction({ purpose: 'auth' }, run)

type Row = typeof user.$inferSelect
const personOf = (row: Row | undefined): AdapterUser | null =>
  row?.email
    ? { id: row.id, email: row.email, emailVerified: row.emailVerified && toNativeDate(row.emailVerified) }
    : null
const there = (person: AdapterUser | null): AdapterUser => {
  if (!person) throw new Error('this person is not there')
  return person
}

/** What signs in, and the token of the sign-in it held until now. */
export type Browser = { device: string | null; former: string | undefined }

/**
 * next-auth's storage. Each call is one guarded transaction of the sign-in tables; session tokens are kept as
 * hashes; a verification token is used by deleting it. People are made by a practice, never by signing in.
 */
export function authAdapter({ device, former }: Browser): Adapter {
  return {
    createUser: () => {
      throw new Error('a practice invites people; signing in makes nobody')
    },
    getUser: (id) => asAuth(async (tx) => personOf((await tx.select().from(user).where(eq(user.id, id)))[0])),
    getUserByEmail: (email) =>
      asAuth(async (tx) => personOf((await tx.select().from(user).where(eq(user.email, email)))[0])),
    getUserByAccount: () => null,
    updateUser: ({ id }) =>
      asAuth(async (tx) => {
        const changed = await tx.update(user).set({ emailVerified: now() }).where(eq(user.id, id)).returning()
        return there(personOf(changed[0]))
      }),
    createSession: ({ sessionToken, userId }) =>
      asAuth(async (tx) => {
        const expires = await writeSession(tx, { token: sessionToken, userId, device }, now())
        await endFormerSignIn(tx, { former, token: sessionToken })
        return { sessionToken, userId, expires: toNativeDate(expires) }
      }),
    getSessionAndUser: (sessionToken) =>
      asAuth(async (tx) => {
        const [row] = await tx
          .select()
          .from(authSession)
          .innerJoin(user, eq(user.id, authSession.userId))
          .where(
            and(eq(authSession.tokenHash, hashToken(sessionToken)), sql`${authSession.expiresAt} > now()`),
          )
        const person = personOf(row?.user)
        if (!row || !person) return null
        const { userId, expiresAt } = row.auth_session
        return { user: person, session: { sessionToken, userId, expires: toNativeDate(expiresAt) } }
      }),
    updateSession: () => null,
    deleteSession: (sessionToken) =>
      asAuth(async (tx) => {
        await tx.delete(authSession).where(eq(authSession.tokenHash, hashToken(sessionToken)))
      }),
    createVerificationToken: () => {
      throw new Error('a link is written together with its code and its mail, see ask.ts')
    },
    useVerificationToken: ({ identifier, token }) =>
      asAuth(async (tx) => {
        const [used] = await tx
          .delete(verificationToken)
          .where(
            and(
              eq(verificationToken.tokenHash, hashToken(token)),
              eq(verificationToken.identifier, identifier),
            ),
          )
          .returning({ expiresAt: verificationToken.expiresAt })
        return used ? { identifier, token, expires: toNativeDate(used.expiresAt) } : null
      }),
  }
}
