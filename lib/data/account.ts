import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { authSession, contact } from '@/db/schema'
import { writeCard } from '@/lib/auth/codes'
import { canKeepClients } from '@/lib/domain/access/can'
import type { GuardianViewer, MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { asViewer, audit, found, idFrom } from './as-viewer'

type PersonViewer = MemberViewer | GuardianViewer

/** A person sees their own sign-ins and nobody else's. The tables of sign-in know no practice. */
function ownSessions(viewer: Viewer) {
  if (viewer.kind !== 'member' && viewer.kind !== 'guardian') throw new NotFound()
  return eq(authSession.userId, viewer.userId)
}
/** Names a sign-in on the page without telling its hash. */
const sessionId = sql<string>`left(encode(sha256(${authSession.tokenHash}), 'hex'), 32)`

export type SignIn = {
  id: string
  device: string | null
  createdAt: Temporal.Instant
  lastUsedAt: Temporal.Instant
  isThisOne: boolean
}

/** Where the viewer is signed in, the latest used first; `current` is the hash of this browser's token. */
export async function signInsOf(
  viewer: Viewer,
  current: Buffer | null,
  now: Temporal.Instant,
): Promise<SignIn[]> {
  const rows = await inTransaction({ purpose: 'auth' }, (tx) =>
    tx
      .select({
        id: sessionId,
        tokenHash: authSession.tokenHash,
        device: authSession.device,
        createdAt: authSession.createdAt,
        lastUsedAt: authSession.lastUsedAt,
      })
      .from(authSession)
      .where(and(ownSessions(viewer), gt(authSession.expiresAt, now)))
      .orderBy(desc(authSession.lastUsedAt)),
  )
  return rows.map(({ tokenHash, ...row }) => ({ ...row, isThisOne: current?.equals(tokenHash) ?? false }))
}

/** Ends one of the viewer's own sign-ins; one that is not theirs is not there. */
export async function endSignIn(viewer: PersonViewer, { id }: { id: string }): Promise<Result> {
  const ended = await inTransaction({ purpose: 'auth' }, (tx) =>
    tx
      .delete(authSession)
      .where(and(ownSessions(viewer), eq(sessionId, id)))
      .returning({ userId: authSession.userId }),
  )
  found(ended[0])
  return done()
}

/** Ends all of the viewer's sign-ins, this one too. */
export async function signOutEverywhere(viewer: PersonViewer): Promise<Result> {
  await inTransaction({ purpose: 'auth' }, (tx) => tx.delete(authSession).where(ownSessions(viewer)))
  return done()
}

export type CardHolder = { name: string; maySignIn: boolean; email: string | null }

const holder = (viewer: Viewer, ids: { clientId: string; contactId: string }) =>
  and(
    eq(contact.practiceId, viewer.practiceId),
    eq(contact.clientId, idFrom(ids.clientId)),
    eq(contact.id, idFrom(ids.contactId)),
    isNull(contact.removedAt),
    viewer.kind === 'member' ? undefined : sql`false`,
  )

/** The person a sign-in card would be for, as members see them. */
export function cardHolder(
  viewer: Viewer,
  ids: { clientId: string; contactId: string },
): Promise<CardHolder> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ name: contact.name, email: contact.email, userId: contact.userId })
      .from(contact)
      .where(holder(viewer, ids))
    const { name, email, userId } = found(row)
    return { name, email, maySignIn: userId !== null }
  })
}

/**
 * Makes the one sign-in card that holds for an animal owner; an earlier one is worth nothing from now on.
 * Refused for somebody who may not sign in. The code is told once and kept as a hash.
 */
export function printSignInCard(
  viewer: MemberViewer,
  ids: { clientId: string; contactId: string },
  now: Temporal.Instant,
): Promise<Result<{ code: string }>> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ id: contact.id, userId: contact.userId })
      .from(contact)
      .where(holder(viewer, ids))
    const { id, userId } = found(row)
    if (!canKeepClients(viewer)) return refused('errors.notAllowed')
    if (!userId) return refused('account.cardNeedsSignIn')
    await audit(tx, viewer, 'print-card', 'contact', id)
    await tx.execute(sql`select set_config('app.purpose', 'auth', true)`)
    return done({ code: await writeCard(tx, userId, now) })
  })
}
