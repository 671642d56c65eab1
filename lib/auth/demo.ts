import 'server-only'
import { eq } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { user } from '@/db/schema'
import { now } from '@/lib/clock'
import { isDemo, secret } from '@/lib/env'
import { letIn, thisDevice } from './browser'
import { demoPeople, isDemoPerson, opensDemo, type DemoPerson } from './demo-link'
import { newToken } from './session-token'
import { writeSession } from './sessions'

/**
 * Signs in as somebody of the demo practice by the link that `npm run demo` printed, as often as one likes. Null
 * outside the demo, for unknown people and for a token that this checkout did not make, which all look the same.
 */
export async function enterDemo(who: string, token: string): Promise<DemoPerson | null> {
  if (!isDemo() || !isDemoPerson(who) || !opensDemo(who, token, secret())) return null
  const device = await thisDevice()
  const opened = await inTransaction({ purpose: 'auth' }, async (tx) => {
    const [person] = await tx.select({ id: user.id }).from(user).where(eq(user.email, demoPeople[who]))
    if (!person) return null
    const session = newToken('ds')
    const expiresAt = await writeSession(tx, { token: session, userId: person.id, device }, now())
    return { token: session, expiresAt }
  })
  if (!opened) return null
  await letIn(opened)
  return who
}
