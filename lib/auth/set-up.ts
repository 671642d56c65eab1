import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { inTransaction, type Tx } from '@/db/client'
import { auditEvent, setUpLink } from '@/db/schema'
import type { Opened } from './codes'
import { foundPractice, type Founding } from './found-practice'
import { hashToken, newToken } from './session-token'
import { writeSession } from './sessions'

const anyPractice = async (tx: Tx): Promise<boolean> => {
  const [row] = await tx.execute<{ any: boolean }>(sql`select app.any_practice() as any`)
  return row?.any ?? true
}

/** A fresh one-time link for an empty house, or null where a practice already lives here. */
export async function offerSetUp(): Promise<string | null> {
  const token = newToken('su')
  return inTransaction({ purpose: 'auth' }, async (tx) => {
    if (await anyPractice(tx)) return null
    await tx.delete(setUpLink)
    await tx.insert(setUpLink).values({ tokenHash: hashToken(token) })
    return token
  })
}

const unused = (token: string) => and(eq(setUpLink.tokenHash, hashToken(token)), eq(setUpLink.used, false))

/** Whether a link still opens the set-up page. */
export const isSetUpOpen = (token: string): Promise<boolean> =>
  inTransaction({ purpose: 'auth' }, async (tx) => {
    const [row] = await tx.select({ used: setUpLink.used }).from(setUpLink).where(unused(token))
    return row !== undefined && !(await anyPractice(tx))
  })

/**
 * Uses the link up, founds the practice and signs its owner in, all or nothing; null where the link is
 * unknown or used, or a practice lives here by now. Two at once: one wins.
 */
export async function setUp(
  token: string,
  founding: Omit<Founding, 'practiceId'>,
  device: string | null,
  now: Temporal.Instant,
): Promise<Opened | null> {
  const practiceId = randomUUID()
  return inTransaction({ purpose: 'auth', practiceId, role: 'system' }, async (tx) => {
    const used = await tx.update(setUpLink).set({ used: true }).where(unused(token)).returning()
    if (used.length === 0 || (await anyPractice(tx))) return null
    const { userId } = await foundPractice(tx, { practiceId, ...founding })
    await tx.insert(auditEvent).values({
      practiceId,
      userId,
      viewerKind: 'member',
      verb: 'found',
      noun: 'practice',
      nounId: practiceId,
    })
    const session = newToken('ds')
    return { token: session, expiresAt: await writeSession(tx, { token: session, userId, device }, now) }
  })
}
