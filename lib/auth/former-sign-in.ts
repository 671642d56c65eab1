import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { authSession, pushDevice } from '@/db/schema'
import { hashToken } from './session-token'

type Change = { former: string | undefined; token: string }

/**
 * Ends the sign-in that a browser held until now, when another begins in it. The same person goes on being rung there;
 * where it is somebody else, the former person's ring goes with their sign-in.
 */
export async function endFormerSignIn(tx: Tx, { former, token }: Change): Promise<void> {
  if (!former || former === token) return
  const [before, after] = [hashToken(former), hashToken(token)]
  await tx
    .update(pushDevice)
    .set({ sessionHash: after })
    .where(
      sql`${pushDevice.sessionHash} = ${before} and ${pushDevice.userId} =
        (select s.user_id from app.auth_session s where s.token_hash = ${after})`,
    )
  await tx.delete(authSession).where(eq(authSession.tokenHash, before))
}
